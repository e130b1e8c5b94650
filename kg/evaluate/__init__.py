"""How well a graph gives the facts that a person annotated in its articles.

from kg.evaluate import read_gold, score
evaluation = score(kg.open("graphs"), read_gold("gold/"))
evaluation.all.f1, evaluation.missed
"""

from kg.evaluate.entities import score_entities
from kg.evaluate.gold import read_gold
from kg.evaluate.scoring import score

__all__ = ["read_gold", "score", "score_entities"]
