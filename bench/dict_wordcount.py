# small: 20000
# py3: ok
"""Counts words and pairs of words of a made-up text in dictionaries."""
import sys

SYLLABLES = ('ka', 'lo', 'mi', 'ne', 'ru', 'sa', 'ti', 'vo', 'wen', 'tar', 'ris', 'und')


def make_words(n):
    """Words whose frequencies fall off roughly as in natural text."""
    state = 42
    words = []
    for i in range(n):
        state = (state * 1103515245 + 12345) & 0x7fffffff
        rank = ((state >> 8) % 1000 + 1) * ((state >> 18) % 40 + 1) // 40
        word = ''
        while True:
            word += SYLLABLES[rank % len(SYLLABLES)]
            rank //= len(SYLLABLES)
            if rank == 0:
                break
        words.append(word)
    return words


def count(words):
    counts = {}
    for word in words:
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
    return counts


def count_pairs(words):
    counts = {}
    before = None
    for word in words:
        key = (before, word)
        counts[key] = counts.get(key, 0) + 1
        before = word
    return counts


def index_by_length(counts):
    index = {}
    for word in counts:
        index.setdefault(len(word), []).append(word)
    for group in index.values():
        group.sort()
    return index


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1200000
    words = make_words(n)
    counts = count(words)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    for word, number in ranked[:10]:
        print("%-12s %d" % (word, number))
    index = index_by_length(counts)
    for length in sorted(index):
        print("%2d letters: %d words, first %s" % (length, len(index[length]), index[length][0]))
    pairs = count_pairs(words)
    most = max(pairs.values())
    print("%d pairs, the most frequent %d times" % (len(pairs), most))


if __name__ == '__main__':
    main()
