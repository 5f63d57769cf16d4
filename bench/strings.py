# small: 10000
# py3: ok
"""String work as scripts do it: building, splitting, searching, formatting."""
import sys


def caesar(text, shift):
    out = ''
    for c in text:
        if 'a' <= c <= 'z':
            out += chr((ord(c) - 97 + shift) % 26 + 97)
        elif 'A' <= c <= 'Z':
            out += chr((ord(c) - 65 + shift) % 26 + 65)
        else:
            out += c
    return out


def make_log(n):
    lines = []
    state = 7
    for i in range(n):
        state = (state * 1103515245 + 12345) & 0x7fffffff
        level = ('INFO', 'DEBUG', 'WARN', 'ERROR')[(state >> 16) % 4]
        lines.append('%06d [%s] user=%s ip=10.0.%d.%d took %.2fms'
                     % (i, level, 'user' + str(state % 50), state % 7, (state >> 8) % 256,
                        (state % 10000) / 100.0))
    return '\n'.join(lines)


def parse_line(line):
    head, rest = line.split('] ', 1)
    number, level = head.split(' [')
    fields = {}
    for part in rest.split():
        if '=' in part:
            key, value = part.split('=')
            fields[key] = value
    millis = float(rest[rest.rindex(' ') + 1:].replace('ms', ''))
    return int(number), level, fields, millis


def summarise(log):
    totals = {}
    for line in log.splitlines():
        number, level, fields, millis = parse_line(line)
        if fields['ip'].startswith('10.0.3.') or not fields['user'].endswith('0'):
            count, time = totals.get(level, (0, 0.0))
            totals[level] = (count + 1, time + millis)
    return totals


def palindromes(text):
    words = text.lower().replace(',', ' ').replace('.', ' ').split()
    return [word for word in words if len(word) > 2 and word == word[::-1]]


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 400000
    log = make_log(n)
    totals = summarise(log)
    for level in sorted(totals):
        print('{0:<6}|{1[0]:>7}|{1[1]:>14.2f}'.format(level, totals[level]))
    text = 'Otto saw Anna at noon, a level kayak. Hannah did civic deeds, radar on. '
    found = 0
    secret = text
    for i in range(n // 50):
        secret = caesar(secret, 3)
        found += len(palindromes(secret))
    print(secret.strip())
    print(found)
    print('%d %d %d' % (log.count('ERROR'), log.find('WARN'), log.upper().count('USER')))
    joined = ''
    for i in range(n):
        joined += str(i)
        if i % 10 == 0:
            joined += ','
    print('%d %s' % (len(joined), joined[-20:]))


if __name__ == '__main__':
    main()
