# A program of ordinary parts, long enough to reach every tier.


class Account(object):
    interest = 0.02

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.history = []

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError('amount must be positive, not %s' % amount)
        self.balance += amount
        self.history.append(('deposit', amount))

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(self, amount)
        self.balance -= amount
        self.history.append(('withdraw', amount))

    def __repr__(self):
        return '<%s %.2f>' % (self.owner, self.balance)

    def __cmp__(self, other):
        return cmp(self.balance, other.balance)


class Savings(Account):
    def withdraw(self, amount):
        fee = 1 if amount < 100 else amount * 0.01
        super(Savings, self).withdraw(amount + fee)

    def accrue(self):
        self.deposit(self.balance * self.interest)


class InsufficientFunds(Exception):
    def __init__(self, account, amount):
        Exception.__init__(self, '%s has %.2f, not %.2f' % (account.owner, account.balance, amount))
        self.missing = amount - account.balance


class Bank(object):
    def __init__(self):
        self.accounts = {}
        self.failures = []

    def open(self, owner, kind=Account):
        self.accounts[owner] = kind(owner)
        return self.accounts[owner]

    def transfer(self, a, b, amount):
        try:
            self.accounts[a].withdraw(amount)
        except InsufficientFunds as e:
            self.failures.append(e.missing)
            return False
        else:
            self.accounts[b].deposit(amount)
            return True

    def total(self):
        return sum(acc.balance for acc in self.accounts.itervalues())


def random(seed):
    while True:
        seed = (seed * 1103515245 + 12345) & 0x7fffffff
        yield (seed >> 8) % 10000


bank = Bank()
names = ['ann', 'bob', 'cat', 'dan', 'eve']
for i, n in enumerate(names):
    bank.open(n, Savings if i % 2 else Account).deposit(1000 * (i + 1))
r = random(2024)
done = 0
for step in xrange(8000):
    a, b = names[next(r) % 5], names[next(r) % 5]
    done += bank.transfer(a, b, next(r) % 500 + 1)
    if step % 1000 == 999:
        for acc in bank.accounts.values():
            if isinstance(acc, Savings) and acc.balance > 0:
                acc.accrue()
        if step == 3999:
            Account.interest = 0.05
print done, len(bank.failures), '%.4f' % bank.total(), sorted(bank.accounts.values())
print max(bank.accounts.values()), '%.4f' % sum(bank.failures), sum(len(acc.history) for acc in bank.accounts.values())
for bad in [0, -5]:
    try:
        bank.accounts['ann'].deposit(bad)
    except ValueError as e:
        print e


def tokenize(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isdigit():
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == '.'):
                j += 1
            word = text[i:j]
            yield float(word) if '.' in word else int(word)
            i = j
        elif c in '+-*/()':
            yield c
            i += 1
        elif c == ' ':
            i += 1
        else:
            raise SyntaxError('unexpected %r at %d' % (c, i))


class Parser(object):
    def __init__(self, text):
        self.tokens = list(tokenize(text)) + [None]
        self.pos = 0

    def peek(self):
        return self.tokens[self.pos]

    def take(self):
        self.pos += 1
        return self.tokens[self.pos - 1]

    def expr(self):
        v = self.term()
        while self.peek() in ('+', '-'):
            v = v + self.term() if self.take() == '+' else v - self.term()
        return v

    def term(self):
        v = self.factor()
        while self.peek() in ('*', '/'):
            v = v * self.factor() if self.take() == '*' else v / self.factor()
        return v

    def factor(self):
        t = self.take()
        if t == '(':
            v = self.expr()
            if self.take() != ')':
                raise SyntaxError('expected )')
            return v
        if t == '-':
            return -self.factor()
        if isinstance(t, (int, float)):
            return t
        raise SyntaxError('unexpected %r' % (t,))


texts = ['1 + 2 * 3', '(4 - 2.5) * 2', '100 / 7', '-(3 + 4) * 2 - 1', '2 * (3 + (4 - 1) * 5) / 4.0', '9999999999 * 9999999999', '1 / 0', '(1 + 2', '3 $ 4', '']
results = {}
for i in xrange(1500):
    t = texts[i % len(texts)]
    try:
        results[t] = Parser(t).expr()
    except (SyntaxError, ZeroDivisionError) as e:
        results[t] = '%s: %s' % (type(e).__name__, e)
for t in texts:
    print repr(t), results[t]
