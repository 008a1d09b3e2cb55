"""Does the check see every change? Change one thing, run the real check, and look.

    python -m tests.mutate [--sample N] [--seed N] [KIND …]

    trial       one change: its name, its place, and how to ask the check about it
    accepted    every line of every accepted text
    prose       every value and every claim in a sentence
    tex         every formula
    programs    every number, truth value and operator of every program
    known.txt   the changes that cannot be seen, each with its reason

Nothing of the check is written again here: pages are parsed by `source.parser`, judged
by `source.rules`, programs run in the warm parent of `run.executor`, results are judged
by `accepted.check.verify`, formulas by `html.formulas`. What a program reads and the
cache stay as they are.
"""
