# small: 20
"""Regular expressions as programs use them: scanning, splitting, replacing, going back."""
import re
import sys

TOKEN = re.compile(r'''
    (?P<space>\s+)
  | (?P<name>[A-Za-z_]\w*)
  | (?P<number>\d+(?:\.\d*)?(?:[eE][-+]?\d+)?)
  | (?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
  | (?P<comment>\#.*)
  | (?P<op>\*\*|//|[-+*/%=<>!]=?|[&|^~.,:;()\[\]{}@`])
''', re.VERBOSE)

SOURCE = '''
def area(shape, scale=1.5e3):  # of a shape
    total = 0
    for side, other in shape['sides']:
        total += side ** 2 // other - (side * scale) % 7
    return {"total": total, 'name': "a \\"quoted\\" name"}
'''

LOG = '''\
10.0.0.%d - - [17/May/2004:10:%02d:03 +0200] "GET /path/%d?x=1&y=%d HTTP/1.1" 200 %d
10.0.1.%d - bob [17/May/2004:10:%02d:09 +0200] "POST /form/%d HTTP/1.0" 404 0 via <proxy-%d@example.org> %d
'''

ENTRY = re.compile(r'^(\S+) \S+ (\S+) \[([^]]+)\] "(GET|POST|PUT) (\S+) HTTP/(\d\.\d)" (\d{3}) (\d+|-)', re.M)


def tokens(text):
    kinds = {}
    at = 0
    match = TOKEN.match
    while at < len(text):
        m = match(text, at)
        kinds[m.lastgroup] = kinds.get(m.lastgroup, 0) + 1
        at = m.end()
    return kinds


def scan(text):
    kinds = {}
    for m in TOKEN.finditer(text):
        kind = m.lastgroup
        kinds[kind] = kinds.get(kind, 0) + len(m.group())
    return kinds


def requests(log):
    total = 0
    users = set()
    for address, user, when, method, path, version, status, size in ENTRY.findall(log):
        users.add(user)
        if status == '200':
            total += int(size)
    return total, sorted(users)


def replace(log):
    log = re.sub(r'(\d+)/(\w+)/(\d+)', r'\3-\2-\1', log)
    log = re.sub(r'\d+\.\d+\.\d+\.\d+', lambda m: m.group()[::-1], log)
    log, n = re.subn(r'[&?](\w)=', '|', log)
    return hash(log) % 1000003, n


def words(text):
    counts = {}
    for word in re.split(r'[\W_]+', text.lower()):
        counts[word] = counts.get(word, 0) + 1
    return len(counts), sum(n for n in counts.values() if n > 1)


def search(lines):
    found = 0
    mail = re.compile(r'[\w.-]+@[\w.-]+')
    for line in lines:
        if mail.search(line):
            found += 1
        if re.search(r'(?i)http/1\.[01]"\s+4\d\d', line):
            found += 100
        if re.match(r'(?:\d+\.){3}7\b', line):
            found += 10000
    return found


def back(n):
    found = 0
    for i in range(n):
        if re.match(r'(?:a|b|ab)*?c(?P<rest>.*)$', 'abab' * (i % 10) + 'cd'):
            found += 1
        if re.match(r'(x+x+)+y', 'x' * (5 + i % 6)):
            found += 1
        if re.search(r'(\w)(\w)\w?\2\1', u'no palindrome here, but level and \xe9t\xe9'):
            found += 1
    return found


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 6000
    log = ''.join(LOG % (i % 256, i % 60, i, i * 7, i * 13, i % 256, i % 60, i, i % 5, i) for i in range(n))
    print(sorted(tokens(SOURCE * (n // 2)).items()))
    print(sorted(scan(SOURCE * (n // 2)).items()))
    for i in range(5):
        print(requests(log))
        print(replace(log))
        print(words(log))
        print(search(log.splitlines()))
    print(sorted(scan(unicode(SOURCE) * (n // 4)).items()))
    print(back(n * 2))


if __name__ == '__main__':
    main()
