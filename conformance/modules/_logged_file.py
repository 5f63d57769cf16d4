# A file-like object that notes what is called on it, and the report of that.
log, keep = [], []
class F(object):
    def __init__(self, data='', **attrs): self._data, self._at = data, 0; self._a = attrs
    def _cut(self, n, line=False):
        rest = self._data[self._at:]
        if line: i = rest.find('\n') + 1; rest = rest[:i] if i else rest
        if n is not None and n >= 0: rest = rest[:n]
        self._at += len(rest); return rest
    def read(self, n=None): log.append('read(%s)' % n); return self._cut(n)
    def readline(self, n=None): log.append('readline(%s)' % ('' if n is None else n)); return self._cut(n, True)
    def readlines(self, n=None): log.append('readlines'); return self._cut(None).splitlines(True)
    def write(self, s): log.append('write(%r)' % (s if len(s) < 24 else (len(s), s[:8]),))
    def writelines(self, l): log.append('writelines(%d)' % len(list(l)))
    def seek(self, *a): log.append('seek%r' % (a,)); self._at = a[0] if len(a) < 2 or a[1] == 0 else (self._at + a[0] if a[1] == 1 else len(self._data) + a[0])
    def tell(self): log.append('tell'); return self._at
    def flush(self): log.append('flush')
    def close(self): log.append('close')
    def next(self):
        log.append('next'); r = self._cut(None, True)
        if not r: raise StopIteration
        return r
    def __iter__(self): log.append('iter'); return self
    def __getattr__(self, n):
        if n in self._a: log.append('.' + n); return self._a[n]
        log.append('?' + n); raise AttributeError(n)
    def __setattr__(self, n, v):
        if n[0] == '_': object.__setattr__(self, n, v)
        else: log.append('%s=%r' % (n, v))
def t(label, f, *a):
    del log[:]
    try: r = f(*a)
    except Exception, e: r = '%s: %s' % (type(e).__name__, str(e)[:60])
    r = repr(r); seen = []
    for x in log:
        if seen and seen[-1][0] == x: seen[-1][1] += 1
        else: seen.append([x, 1])
    print '%s\n   %s\n   -> %s' % (label, ' '.join(x if n == 1 else '%s*%d' % (x, n) for x, n in seen)[:900], r[:100] if ' at 0x' not in r else '...')
