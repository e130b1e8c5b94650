"""python -m kg.language.training"""

from kg.cli.main import main
from kg.language.training.commands import training

if __name__ == "__main__":
    main(training, "python -m kg.language.training")
