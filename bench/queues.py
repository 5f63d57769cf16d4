# small: 200
"""Threads that hand work to each other through queues."""
import Queue
import sys
import threading


def worker(source, sink):
    while True:
        job = source.get()
        if job is None:
            sink.put(None)
            return
        number, text = job
        sink.put((number, sum(ord(c) for c in text) * number % 1009))


def run(jobs, workers):
    source, sink = Queue.Queue(50), Queue.Queue()
    threads = [threading.Thread(target=worker, args=(source, sink)) for _ in range(workers)]
    for t in threads:
        t.start()
    for i in xrange(jobs):
        source.put((i, 'job %d' % i))
    for _ in threads:
        source.put(None)
    total = done = 0
    while done < workers:
        answer = sink.get()
        if answer is None:
            done += 1
        else:
            total += answer[0] * answer[1]
    for t in threads:
        t.join()
    return total


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 20000
    for workers in (1, 4):
        print(run(n, workers))


if __name__ == '__main__':
    main()
