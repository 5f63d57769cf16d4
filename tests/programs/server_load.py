# A server under load, and what it has to say at the end: server_load.py KIND REQUESTS [FLAG...].
#
# The server is a process of its own, of the same Python with these flags. Some clients are slow, some go away in the middle, some
# with a reset, some close one direction only. After a fifth of the requests and after all of them the server tells how many
# descriptors, threads and how much memory it has; then it is interrupted. Prints `ok`, or what is wrong. Memory is
# compared where nothing is compiled: how much code there is depends on what became hot when.
import gc
import os
import Queue
import random
import signal
import socket
import SocketServer
import struct
import subprocess
import sys
import threading
import time

# Memory may grow by this much between the two looks, in kilobytes: 8,000 requests that kept a kilobyte each were past it.
SLACK = 6000
THREADS = 8

served = 0
aborted = 0
counting = threading.Lock()


def statistics():
    for i in range(3):
        gc.collect()
    pages = int(open('/proc/self/statm').read().split()[1])
    files = len(os.listdir('/proc/self/fd'))
    return '%d %d %d %d %d' % (pages * 4, files, threading.activeCount(), served, aborted)


def talk(connection):
    """Answers one client: a line with a length, then so many bytes, which go back in upper case."""
    global served, aborted
    file = connection.makefile('rb', 4096)
    try:
        while 1:
            line = file.readline()
            if not line:
                return
            if line == 'statistics\n':
                connection.sendall(statistics() + '\n')
                continue
            n = int(line)
            body = file.read(n)
            if len(body) < n:
                raise socket.error('cut short')
            record = {'body': body, 'parts': body.split(' ')}
            record['self'] = record
            connection.sendall(' '.join(record['parts']).upper())
            with counting:
                served += 1
    except socket.error:
        with counting:
            aborted += 1
    finally:
        file.close()


class Threading(SocketServer.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request, client_address):
        # The interruption may come while the thread of the last connection is being started, and the base class
        # would print any exception that comes then and go on.
        if sys.exc_type is KeyboardInterrupt:
            raise
        SocketServer.ThreadingTCPServer.handle_error(self, request, client_address)


class Handler(SocketServer.BaseRequestHandler):
    def handle(self):
        talk(self.request)


def pooled(listener):
    """Plain sockets, and threads that take them from a queue."""
    jobs = Queue.Queue()

    def work():
        while 1:
            connection = jobs.get()
            talk(connection)
            connection.close()
            del connection

    for i in range(THREADS + 2):
        worker = threading.Thread(target=work)
        worker.daemon = True
        worker.start()
    while 1:
        connection, address = listener.accept()
        jobs.put(connection)
        del connection


def serve(kind):
    try:
        if kind == 'threading':
            server = Threading(('127.0.0.1', 0), Handler)
            print server.server_address[1]
            sys.stdout.flush()
            server.serve_forever(0.05)
        else:
            listener = socket.socket()
            listener.bind(('127.0.0.1', 0))
            listener.listen(128)
            print listener.getsockname()[1]
            sys.stdout.flush()
            pooled(listener)
    except KeyboardInterrupt:
        print 'interrupted', served, aborted


def connect(port):
    s = socket.socket()
    s.settimeout(60)
    s.connect(('127.0.0.1', port))
    return s


def receive(s, n):
    got = ''
    while len(got) < n:
        part = s.recv(n - len(got))
        if not part:
            break
        got += part
    return got


def request(port, i, choice):
    """One request; is it one that is answered?"""
    body = ('%d word ' % i) * (1 + i % 50)
    message = '%d\n%s' % (len(body), body)
    s = connect(port)
    try:
        if choice < 6:
            # Nothing that the server could answer comes: it goes away, or resets the connection.
            s.sendall(message[:len(message) // 2])
            if choice < 3:
                s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
            return False
        if choice < 10:
            for start in range(0, len(message), len(message) // 3 + 1):
                s.sendall(message[start:start + len(message) // 3 + 1])
                time.sleep(0.002)
        else:
            s.sendall(message)
        if choice < 15:
            s.shutdown(socket.SHUT_WR)
        got = receive(s, len(body))
        if got != body.upper():
            raise ValueError('request %d: %r for %r' % (i, got, body))
        return True
    finally:
        s.close()


def load(port, first, last):
    """Runs the requests in threads; the number of those that are answered."""
    answered, errors = [], []
    numbers = iter(xrange(first, last))
    taking = threading.Lock()

    def client(seed):
        choose = random.Random(seed)
        try:
            while 1:
                with taking:
                    i = next(numbers, None)
                if i is None:
                    return
                if request(port, i, choose.randrange(100)):
                    answered.append(1)
        except Exception as e:
            errors.append('%s: %s' % (type(e).__name__, e))

    threads = [threading.Thread(target=client, args=(first + n,)) for n in range(THREADS)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    if errors:
        raise SystemExit('client failed: %s' % errors[0])
    return len(answered)


def look(port, total, files_wanted=None):
    """The server's statistics, when it is done with all that was asked, answered or not, and has closed what it
    ever closes."""
    for more in range(100, -1, -1):
        s = connect(port)
        s.sendall('statistics\n')
        line = s.makefile('rb').readline()
        s.close()
        memory, files, threads, served, aborted = map(int, line.split())
        done = served + aborted >= total and files_wanted in (None, files)
        if done or not more:
            return memory, files, threads, served, aborted
        time.sleep(0.05)


def main(kind, requests, flags):
    server = subprocess.Popen([sys.executable] + flags + [sys.argv[0], 'serve', kind], stdout=subprocess.PIPE)
    try:
        port = int(server.stdout.readline())
        early = requests // 5
        idle = look(port, 0)
        answered = load(port, 0, early)
        before = look(port, early, idle[1])
        answered += load(port, early, requests)
        after = look(port, requests, idle[1])
        server.send_signal(signal.SIGINT)
        said = server.stdout.read()
        status = server.wait()
    except:
        server.kill()
        raise
    if os.environ.get('SERVER_LOAD_TELLS'):
        print 'memory, files, threads, served, aborted:', idle, before, after
    wrong = []
    if after[3] != answered or after[3] + after[4] != requests:
        wrong.append('%d answered, but %r' % (answered, after))
    if not idle[1] == before[1] == after[1]:
        wrong.append('descriptors: %d, then %d, then %d' % (idle[1], before[1], after[1]))
    if '-I' in flags and after[0] > before[0] + SLACK:
        wrong.append('memory: %d, then %d' % (before[0], after[0]))
    if said != 'interrupted %d %d\n' % after[3:] or status != 0:
        wrong.append('interrupted: %r, status %d' % (said, status))
    print '\n'.join(wrong) or 'ok'


if sys.argv[1] == 'serve':
    serve(sys.argv[2])
else:
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3:])
