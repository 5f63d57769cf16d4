# small: 3
"""Test cases found, run and counted by unittest: fixtures, assertions of all kinds, failures and their texts."""
import sys
import unittest
from cStringIO import StringIO


class Account(object):
    """What is tested."""

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.log = []

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError('amount must be positive: %r' % (amount,))
        self.balance += amount
        self.log.append(('deposit', amount))

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError('not enough: %d < %d' % (self.balance, amount))
        self.balance -= amount
        self.log.append(('withdraw', amount))

    def transfer(self, other, amount):
        self.withdraw(amount)
        try:
            other.deposit(amount)
        except ValueError:
            self.deposit(amount)
            raise

    def __eq__(self, other):
        return isinstance(other, Account) and (self.owner, self.balance) == (other.owner, other.balance)

    def __ne__(self, other):
        return not self == other

    def __repr__(self):
        return 'Account(%r, %d)' % (self.owner, self.balance)


class AccountTest(unittest.TestCase):
    def setUp(self):
        self.mine = Account('me', 100)
        self.yours = Account('you')

    def tearDown(self):
        del self.mine, self.yours

    def test_deposit(self):
        for amount in range(1, 20):
            self.yours.deposit(amount)
        self.assertEqual(self.yours.balance, 190)
        self.assertEqual(len(self.yours.log), 19)
        self.assertIn(('deposit', 7), self.yours.log)

    def test_withdraw(self):
        self.mine.withdraw(30)
        self.assertEqual(self.mine, Account('me', 70))
        self.assertNotEqual(self.mine, self.yours)
        self.assertIsInstance(self.mine.log[0], tuple)

    def test_errors(self):
        self.assertRaises(ValueError, self.mine.withdraw, 101)
        with self.assertRaises(ValueError) as caught:
            self.mine.deposit(-1)
        self.assertTrue('-1' in str(caught.exception))
        self.assertRaisesRegexp(ValueError, 'not enough: 0 < [0-9]+', self.yours.transfer, self.mine, 5)

    def test_transfer(self):
        for amount in (1, 2, 3, 5, 8, 13):
            self.mine.transfer(self.yours, amount)
            self.assertEqual(self.mine.balance + self.yours.balance, 100)
            self.assertGreater(self.yours.balance, 0)
        self.assertListEqual([n for _, n in self.yours.log], [1, 2, 3, 5, 8, 13])

    def test_state(self):
        self.assertDictEqual(vars(self.yours), {'owner': 'you', 'balance': 0, 'log': []})
        self.assertItemsEqual(['a', 'b', 'c'], 'cab')
        self.assertAlmostEqual(sum([0.1] * 10), 1.0)
        self.assertIsNone(self.mine.deposit(1))

    def test_failing(self):
        self.assertEqual(self.mine, Account('me', 99))

    def test_error(self):
        self.mine.transfer(None, 1)

    @unittest.skip('not yet')
    def test_skipped(self):
        self.fail()


class LongTextTest(unittest.TestCase):
    def test_lines(self):
        self.assertMultiLineEqual('one\ntwo\nthree\n', 'one\nzwei\nthree\n')

    def test_sequences(self):
        self.assertSequenceEqual(range(12), range(6) + [0] + range(7, 12))


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    counts = [0, 0, 0, 0]
    size = 0
    for i in range(n):
        suite = unittest.TestSuite()
        for case in (AccountTest, LongTextTest):
            suite.addTests(unittest.defaultTestLoader.loadTestsFromTestCase(case))
        out = StringIO()
        result = unittest.TextTestRunner(stream=out, verbosity=2).run(suite)
        for k, found in enumerate((result.testsRun, len(result.failures), len(result.errors), len(result.skipped))):
            counts[k] += found
        size += out.getvalue().count('\n')
    print(counts)
    print(size)
    print(out.getvalue().split('\n')[1])


if __name__ == '__main__':
    main()
