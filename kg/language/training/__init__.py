"""Training of the annotation model: treebanks and annotated names in, the files of kg/language/model out.

    python -m kg.language.training vocabulary | train | export | evaluate

MODEL.md in kg/language/model says where the data and the base weights come from. Needs the extra `training`.
"""
