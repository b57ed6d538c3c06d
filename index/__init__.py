"""Reads news articles and finds the words that answer a question, with who says them.

files, URLs -> Article     reading.py, cleaning.py, articles.py
Article     -> Sentence    sentences.py, and attribution.py: who says what
Sentence    -> Passage     passages.py
Passage     -> the stores  encoder.py, words.py, vectors.py, catalog.py, held together by library.py
question    -> Hit         search.py
Hit         -> Quote       quotes.py
"""
