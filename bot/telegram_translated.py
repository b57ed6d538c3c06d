"""What the library says in English -> the same in Russian; `{}` stands for what changes.

A reason that is not here is shown in English, and said to be; what accounts differ on is then left out.
"""

WHY_NOT = {
    # A file
    "There is nothing in it: add a file with the article's text.": "В нём ничего нет: пришлите файл с текстом статьи.",
    "There is no article in it: add a file with the article's text.": (
        "В нём нет статьи: пришлите файл с текстом статьи."
    ),
    "There are no records in it: add a file with an article in each object.": (
        "В нём нет записей: пришлите файл, где в каждом объекте по статье."
    ),
    "This is {}, which is not supported yet: save it as text or HTML and add that.": (
        "Это {}, такие файлы я пока не читаю: сохраните его как текст или HTML и пришлите."
    ),
    "a PDF": "PDF",
    "an Office file": "файл Office",
    "an RTF file": "RTF",
    "This is not text: add articles as text, Markdown, HTML or JSON.": (
        "Это не текст: пришлите статью как текст, Markdown, HTML или JSON."
    ),
    "This is text in an unknown encoding: save it as UTF-8 and add that.": (
        "Это текст в неизвестной кодировке: сохраните его в UTF-8 и пришлите."
    ),
    "The file has {} bytes, more than {}: raise QUOTH_MAX_BYTES or split it.": (
        "В файле {} байт, больше чем {}: увеличьте QUOTH_MAX_BYTES или разделите файл."
    ),
    "This can't be read ({}): check its name and permissions.": (
        "Это не читается ({}): проверьте имя и права доступа."
    ),
    "{} is not valid JSON ({}): mend it and add the file again.": (
        "{}: это не JSON ({}). Исправьте и пришлите файл ещё раз."
    ),
    "{} is not a JSON object: make it one with a text and add the file again.": (
        "{}: это не объект JSON. Сделайте объект с текстом и пришлите файл ещё раз."
    ),
    '{} has no text: give it a "text" or "body" and add the file again.': (
        "{}: нет текста. Добавьте «text» или «body» и пришлите файл ещё раз."
    ),
    "Line {}": "Строка {}",
    "Record {}": "Запись {}",
    # A link
    "This is no web address: write it as https://host/page.": (
        "Это не адрес страницы: напишите его в виде https://host/page."
    ),
    "The page is empty: check the address in a browser.": "Страница пуста: проверьте адрес в браузере.",
    "The page holds no article text: open it in a browser, save the article's text and add that.": (
        "На странице нет текста статьи: откройте её в браузере, сохраните текст статьи и пришлите."
    ),
    "The page holds no article text: save the text you see in a browser as a file and add that.": (
        "На странице нет текста статьи: сохраните то, что видно в браузере, в файл и пришлите его."
    ),
    "The page redirects more than {} times: open it in a browser and add the address it ends at.": (
        "Страница перенаправляет больше {} раз: откройте её в браузере и пришлите конечный адрес."
    ),
    "The page can't be reached ({}): check the address and the connection.": (
        "Страница недоступна ({}): проверьте адрес и связь."
    ),
    "The server answered {} ({}): check the address in a browser.": (
        "Сервер ответил {} ({}): проверьте адрес в браузере."
    ),
    "This is no web page but {}: save its text as a file and add that.": (
        "Это не веб-страница, а {}: сохраните её текст в файл и пришлите."
    ),
    "The page is larger than {} bytes: raise QUOTH_MAX_BYTES to add it.": (
        "Страница больше {} байт: увеличьте QUOTH_MAX_BYTES, чтобы добавить её."
    ),
    "The page took too long to answer: try again later, or save the page and add the file.": (
        "Страница слишком долго не отвечает: попробуйте позже или сохраните её и пришлите файл."
    ),
    # A forwarded message
    "The message has no text: forward one with words.": "В сообщении нет текста: перешлите такое, где есть слова.",
    # A question
    "The question has no words: ask about something in the articles.": (
        "В вопросе нет слов: спросите о чём-нибудь из статей."
    ),
    "The question is longer than {} characters: ask it in a sentence or two.": (
        "Вопрос длиннее {} знаков: задайте его одним-двумя предложениями."
    ),
    "Nothing has been quoted yet that this could ask about: ask about the articles first.": (
        "Пока ничего не процитировано, о чём можно так спросить: сначала спросите о статьях."
    ),
}
"""Why something can't be added or asked."""

DIFFERENCES = {
    "how many": "число",
    "how many {}": "число («{}»)",
    "how much": "сколько",
    "how long": "как долго или какой длины",
    "how high": "высота",
    "how deep": "глубина",
    "how big": "величина",
    "how large": "величина",
    "how old": "возраст",
    "how fast": "скорость",
    "how far": "расстояние",
    "how tall": "высота или рост",
    "how strong": "сила",
    "how wide": "ширина",
    "how heavy": "вес",
    "how expensive": "цена",
    "how often": "как часто",
    "the share": "доля",
    "the percentage": "процент",
    "the magnitude": "магнитуда",
    "the price": "цена",
    "the height": "высота",
    "the depth": "глубина",
    "the size": "размер",
    "the area": "площадь",
    "the cost": "стоимость",
    "the speed": "скорость",
    "the length": "длина",
    "when": "время",
    "the day": "день",
    "the date": "дата",
    "the year": "год",
    "the time": "время",
    "the month": "месяц",
    "who is responsible": "кто несёт ответственность",
    "where": "место",
    "who it was": "кто это был",
    "the death toll": "число погибших",
    "the toll": "число погибших",
    "the distance": "расстояние",
    "the range": "дальность",
    "the population": "число жителей",
    "the temperature": "температура",
    "whether it is safe or unsafe": "безопасно ли это",
    "whether it is legal or illegal": "законно ли это",
    "whether it is guilty or innocent": "есть ли вина",
    "whether it was military or civilian": "военный это объект или гражданский",
    "whether it was peaceful or violent": "мирно ли это было",
    "whether it is genuine or forged": "подлинно ли это",
    "whether it is true or false": "правда ли это",
    "whether it is alive or dead": "жив или мёртв",
    "whether it was voluntary or forced": "добровольно ли это было",
    "whether it was an accident or deliberate": "случайность это или умысел",
    "whether it rose or fell": "рост это или падение",
    "whether it was intercepted or hit": "перехвачено или попало в цель",
    "whether it survived or died": "выжил или погиб",
    "whether it worked or failed": "удалось или нет",
    "whether it became better or worse": "стало лучше или хуже",
    "whether it resigned or was dismissed": "сам ушёл или уволен",
    "whether it advanced or withdrew": "наступление это или отход",
    "whether it was accepted or refused": "согласие это или отказ",
    "whether it won or lost": "победа это или поражение",
    "whether it passed or failed": "принято или отклонено",
    "whether it was backed or opposed": "поддержано или нет",
    "whether this is so": "так ли это",
    "whether “{}”": "верно ли, что «{}»",
}
"""What accounts differ on."""
