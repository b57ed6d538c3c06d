"""Reads news articles and finds the words that answer a question, with who says them.

files, URLs -> Article     reading.py: decoding.py, formats.py, fetching.py; cleaning.py, navigation.py; articles.py
Article     -> Sentence    sentences.py
Sentence    -> Attribution attribution.py, whose rooms are in claims/
Sentence    -> Passage     passages.py
Passage     -> the stores  additions.py: terms.py, encoder.py; stores.py: words.py, vectors.py, catalog.py
the stores  -> a library   library.py: changes.py, database.py; soundness.py; mirror.py where nothing can be written
question    -> Scope       scope.py: outlets.py, days.py; which articles it asks of
question    -> Hit         search.py
Hit         -> Quote       candidates.py: scorer.py, voice.py, asked_voice.py; confidence.py; quotes.py: context.py
more ways to ask           said_by.py for one speaker; retriever.py for LangChain
how good it is             evaluation.py: questions.py, measures.py, systems.py, baselines.py, rivals.py, plots.py
what is learned            scorer_training.py: quantising.py; calibration.py
"""
