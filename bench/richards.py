# small: 1
# py3: ok
"""Martin Richards' simulation of an operating system's task queues."""
import sys

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
TO_DEVICE, WORK = range(2)
PACKET_SIZE = 4
IDLE_COUNT = 10000


class Packet(object):
    def __init__(self, link, ident, kind):
        self.link = link
        self.ident = ident
        self.kind = kind
        self.datum = 0
        self.data = [0] * PACKET_SIZE

    def append_to(self, queue):
        """Puts the packet at the end of a linked list, and returns the list."""
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class Task(object):
    def __init__(self, system, ident, priority, queue, waiting=True):
        self.system = system
        self.ident = ident
        self.priority = priority
        self.queue = queue
        self.pending = queue is not None
        self.waiting = waiting
        self.holding = False
        self.link = system.tasks
        system.tasks = self
        system.table[ident] = self

    def cannot_run(self):
        return self.holding or (self.waiting and not self.pending)

    def take_and_run(self):
        packet = None
        if self.waiting and self.pending:
            packet = self.queue
            self.queue = packet.link
            self.waiting = False
            self.pending = self.queue is not None
        return self.run(packet)

    def run(self, packet):
        raise NotImplementedError

    def accept(self, packet, sender):
        """Takes a packet; returns who runs next."""
        if self.queue is None:
            self.queue = packet
            self.pending = True
            if self.priority > sender.priority:
                return self
        else:
            packet.append_to(self.queue)
        return sender

    def wait(self):
        self.waiting = True
        return self

    def hold(self):
        self.system.holds += 1
        self.holding = True
        return self.link

    def release(self, ident):
        task = self.system.table[ident]
        task.holding = False
        if task.priority > self.priority:
            return task
        return self

    def send(self, packet):
        receiver = self.system.table[packet.ident]
        self.system.sends += 1
        packet.link = None
        packet.ident = self.ident
        return receiver.accept(packet, self)


class Idle(Task):
    def __init__(self, system, count):
        Task.__init__(self, system, IDLE, 0, None, waiting=False)
        self.control = 1
        self.count = count

    def run(self, packet):
        self.count -= 1
        if self.count == 0:
            return self.hold()
        if self.control & 1 == 0:
            self.control //= 2
            return self.release(DEVICE_A)
        self.control = self.control // 2 ^ 0xd008
        return self.release(DEVICE_B)


class Worker(Task):
    def __init__(self, system, priority, queue):
        Task.__init__(self, system, WORKER, priority, queue)
        self.destination = HANDLER_A
        self.count = 0

    def run(self, packet):
        if packet is None:
            return self.wait()
        if self.destination == HANDLER_A:
            self.destination = HANDLER_B
        else:
            self.destination = HANDLER_A
        packet.ident = self.destination
        packet.datum = 0
        for i in range(PACKET_SIZE):
            self.count += 1
            if self.count > 26:
                self.count = 1
            packet.data[i] = ord('A') + self.count - 1
        return self.send(packet)


class Handler(Task):
    def __init__(self, system, ident, priority, queue):
        Task.__init__(self, system, ident, priority, queue)
        self.work = None
        self.device = None

    def run(self, packet):
        if packet is not None:
            if packet.kind == WORK:
                self.work = packet.append_to(self.work)
            else:
                self.device = packet.append_to(self.device)
        work = self.work
        if work is not None:
            if work.datum >= PACKET_SIZE:
                self.work = work.link
                return self.send(work)
            if self.device is not None:
                packet = self.device
                self.device = packet.link
                packet.datum = work.data[work.datum]
                work.datum += 1
                return self.send(packet)
        return self.wait()


class Device(Task):
    def __init__(self, system, ident, priority):
        Task.__init__(self, system, ident, priority, None)
        self.packet = None

    def run(self, packet):
        if packet is not None:
            self.packet = packet
            return self.hold()
        if self.packet is None:
            return self.wait()
        packet = self.packet
        self.packet = None
        return self.send(packet)


class System(object):
    def __init__(self):
        self.tasks = None
        self.table = [None] * 6
        self.sends = 0
        self.holds = 0

    def schedule(self):
        task = self.tasks
        while task is not None:
            if task.cannot_run():
                task = task.link
            else:
                task = task.take_and_run()


def packets(number, ident, kind):
    queue = None
    for i in range(number):
        queue = Packet(queue, ident, kind)
    return queue


def simulate():
    system = System()
    Idle(system, IDLE_COUNT)
    Worker(system, 1000, packets(2, WORKER, WORK))
    Handler(system, HANDLER_A, 2000, packets(3, DEVICE_A, TO_DEVICE))
    Handler(system, HANDLER_B, 3000, packets(3, DEVICE_B, TO_DEVICE))
    Device(system, DEVICE_A, 4000)
    Device(system, DEVICE_B, 5000)
    system.schedule()
    return system.sends, system.holds


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 24
    for i in range(rounds):
        sends, holds = simulate()
        assert (sends, holds) == (23246, 9297)
    print("%d rounds, %d packets sent, %d holds" % (rounds, sends, holds))


if __name__ == '__main__':
    main()
