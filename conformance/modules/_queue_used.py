import multiprocessing

q = multiprocessing.Queue()
q.put('knock knock')
answer = q.get(timeout=30)
q.close()
q.join_thread()
