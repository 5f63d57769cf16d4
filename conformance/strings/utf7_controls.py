# UTF-7 decodes every ASCII character but "+" as itself, controls too; it encodes fewer of them so.
for code in range(0, 140, 1):
    c = chr(code)
    shown = []
    for text in c, c + 'a', '+' + c, '+AGE' + c, '+AGE' + c + '-', '+AGEA' + c:
        for errors in 'strict', 'ignore', 'replace', 'backslashreplace', 'nonsense':
            try:
                result = text.decode('utf-7', errors)
            except Exception as e:
                result = type(e).__name__ + ' ' + str(e).rpartition(':')[2]
            if not shown or shown[-1] != result:
                shown.append(result)
    print code, repr(unichr(code).encode('utf-7')), shown
