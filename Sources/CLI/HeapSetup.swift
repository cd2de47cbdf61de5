import CMalloc

/// Has all threads take their memory from one heap, and keep what is given back for the next who
/// asks.
///
/// By itself, glibc makes a heap for each thread and grows all but the first a page at a time, with
/// a system call for each page; and it takes every block above 128 KiB from the kernel and returns
/// it there. Most commands do one thing at a time, on whatever thread comes: for them the first heap
/// is enough, smaller, and quicker. One that keeps several cores busy must not call this, since its
/// threads would wait for each other's memory. To be called before there is a second thread.
func setUpSingleHeap() {
    // A setting that is refused leaves things as they were, which works as well.
    _ = mallopt(M_ARENA_MAX, 1)
    _ = mallopt(M_MMAP_THRESHOLD, 32 << 20)
    _ = mallopt(M_TRIM_THRESHOLD, 256 << 20)
    _ = mallopt(M_TOP_PAD, 1 << 20)
}
