//! Shows the [`Disk`] of this thread to SQLite as the VFS `torture`.
#![expect(
    unsafe_code,
    reason = "SQLite's VFS is a table of C functions; this file is its only user and is never shipped"
)]
// Every function here is called by SQLite with the pointers its contract promises: a handle that `v_open` filled, a
// buffer of the given length, a C string. Nothing is kept beyond the call but the name, freed in `x_close`.

use std::cell::RefCell;
use std::ffi::{CStr, c_char, c_int, c_void};
use std::ptr;

use rusqlite::ffi::{self, sqlite3_file, sqlite3_int64, sqlite3_io_methods, sqlite3_vfs};

use crate::disk::{Disk, Verdict};

/// The name to open with.
pub(crate) const NAME: &str = "torture";

thread_local! {
    static DISK: RefCell<Disk> = RefCell::new(Disk::default());
}

/// Looks at or changes the disk of this thread. Not to be nested.
pub(crate) fn disk<T>(work: impl FnOnce(&mut Disk) -> T) -> T {
    DISK.with(|disk| work(&mut disk.borrow_mut()))
}

#[repr(C)]
struct Handle {
    base: sqlite3_file,
    id: u64,
    name: *mut String,
    is_temporary: bool,
}

/// Makes the VFS known to SQLite; once per process.
pub(crate) fn register() {
    let vfs = Box::new(sqlite3_vfs {
        iVersion: 2,
        szOsFile: size_of::<Handle>() as c_int,
        mxPathname: 1024,
        pNext: ptr::null_mut(),
        zName: c"torture".as_ptr(),
        pAppData: ptr::null_mut(),
        xOpen: Some(v_open),
        xDelete: Some(v_delete),
        xAccess: Some(v_access),
        xFullPathname: Some(v_full_pathname),
        xDlOpen: None,
        xDlError: None,
        xDlSym: None,
        xDlClose: None,
        xRandomness: Some(v_randomness),
        xSleep: Some(v_sleep),
        xCurrentTime: None,
        xGetLastError: Some(v_last_error),
        xCurrentTimeInt64: Some(v_current_time_ms),
        xSetSystemCall: None,
        xGetSystemCall: None,
        xNextSystemCall: None,
    });
    // SAFETY: the table lives as long as the process.
    let code = unsafe { ffi::sqlite3_vfs_register(Box::leak(vfs), 0) };
    assert_eq!(code, ffi::SQLITE_OK, "the VFS could not be registered");
}

static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(x_close),
    xRead: Some(x_read),
    xWrite: Some(x_write),
    xTruncate: Some(x_truncate),
    xSync: Some(x_sync),
    xFileSize: Some(x_file_size),
    xLock: Some(x_lock),
    xUnlock: Some(x_unlock),
    xCheckReservedLock: Some(x_check_reserved),
    xFileControl: Some(x_file_control),
    xSectorSize: Some(x_sector_size),
    xDeviceCharacteristics: Some(x_characteristics),
    xShmMap: Some(x_shm_map),
    xShmLock: Some(x_shm_lock),
    xShmBarrier: Some(x_shm_barrier),
    xShmUnmap: Some(x_shm_unmap),
    xFetch: None,
    xUnfetch: None,
};

fn code(verdict: Verdict, failure: c_int) -> c_int {
    match verdict {
        Verdict::Go | Verdict::Pretend => ffi::SQLITE_OK,
        Verdict::NoSpace => ffi::SQLITE_FULL,
        Verdict::Fail => failure,
    }
}

unsafe fn of<'a>(file: *mut sqlite3_file) -> (&'a str, u64) {
    // SAFETY: `v_open` filled the handle.
    unsafe {
        let handle = file.cast::<Handle>();
        ((*(*handle).name).as_str(), (*handle).id)
    }
}

unsafe fn text<'a>(name: *const c_char) -> &'a str {
    // SAFETY: SQLite passes a C string.
    unsafe { CStr::from_ptr(name) }.to_str().unwrap_or("")
}

unsafe extern "C" fn v_open(
    _: *mut sqlite3_vfs,
    name: ffi::sqlite3_filename,
    file: *mut sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    unsafe {
        let handle = file.cast::<Handle>();
        (*handle).base.pMethods = ptr::null();
        let name = if name.is_null() {
            format!("temporary-{}", disk(|d| d.ops))
        } else {
            text(name).to_owned()
        };
        let Some(id) = disk(|d| d.open(&name, flags & ffi::SQLITE_OPEN_CREATE != 0)) else {
            return ffi::SQLITE_CANTOPEN;
        };
        (*handle).base.pMethods = &METHODS;
        (*handle).id = id;
        (*handle).name = Box::into_raw(Box::new(name));
        (*handle).is_temporary = flags & ffi::SQLITE_OPEN_DELETEONCLOSE != 0;
        if !out_flags.is_null() {
            *out_flags = flags;
        }
        ffi::SQLITE_OK
    }
}

unsafe extern "C" fn x_close(file: *mut sqlite3_file) -> c_int {
    unsafe {
        let handle = file.cast::<Handle>();
        let name = Box::from_raw((*handle).name);
        let (id, is_temporary) = ((*handle).id, (*handle).is_temporary);
        disk(|d| {
            d.close(&name, id);
            if is_temporary {
                d.remove(&name, false);
            }
        });
        ffi::SQLITE_OK
    }
}

unsafe extern "C" fn x_read(
    file: *mut sqlite3_file,
    into: *mut c_void,
    count: c_int,
    offset: sqlite3_int64,
) -> c_int {
    unsafe {
        let into = std::slice::from_raw_parts_mut(into.cast::<u8>(), count as usize);
        match disk(|d| d.read(of(file).0, offset as usize, into)) {
            Ok(read) if read == into.len() => ffi::SQLITE_OK,
            Ok(_) => ffi::SQLITE_IOERR_SHORT_READ,
            Err(()) => ffi::SQLITE_IOERR_READ,
        }
    }
}

unsafe extern "C" fn x_write(
    file: *mut sqlite3_file,
    from: *const c_void,
    count: c_int,
    offset: sqlite3_int64,
) -> c_int {
    unsafe {
        let bytes = std::slice::from_raw_parts(from.cast::<u8>(), count as usize);
        code(
            disk(|d| d.write(of(file).0, offset as usize, bytes)),
            ffi::SQLITE_IOERR_WRITE,
        )
    }
}

unsafe extern "C" fn x_truncate(file: *mut sqlite3_file, size: sqlite3_int64) -> c_int {
    unsafe {
        code(
            disk(|d| d.truncate(of(file).0, size as usize)),
            ffi::SQLITE_IOERR_TRUNCATE,
        )
    }
}

unsafe extern "C" fn x_sync(file: *mut sqlite3_file, _: c_int) -> c_int {
    unsafe { code(disk(|d| d.sync(of(file).0)), ffi::SQLITE_IOERR_FSYNC) }
}

unsafe extern "C" fn x_file_size(file: *mut sqlite3_file, size: *mut sqlite3_int64) -> c_int {
    unsafe { *size = disk(|d| d.size(of(file).0)) as sqlite3_int64 };
    ffi::SQLITE_OK
}

unsafe extern "C" fn x_lock(file: *mut sqlite3_file, level: c_int) -> c_int {
    let is_taken = unsafe { disk(|d| d.lock(of(file).0, of(file).1, level)) };
    if is_taken {
        ffi::SQLITE_OK
    } else {
        ffi::SQLITE_BUSY
    }
}

unsafe extern "C" fn x_unlock(file: *mut sqlite3_file, level: c_int) -> c_int {
    unsafe { disk(|d| d.unlock(of(file).0, of(file).1, level)) };
    ffi::SQLITE_OK
}

unsafe extern "C" fn x_check_reserved(file: *mut sqlite3_file, answer: *mut c_int) -> c_int {
    unsafe { *answer = c_int::from(disk(|d| d.is_reserved(of(file).0))) };
    ffi::SQLITE_OK
}

unsafe extern "C" fn x_file_control(_: *mut sqlite3_file, _: c_int, _: *mut c_void) -> c_int {
    ffi::SQLITE_NOTFOUND
}

unsafe extern "C" fn x_sector_size(_: *mut sqlite3_file) -> c_int {
    512
}

unsafe extern "C" fn x_characteristics(_: *mut sqlite3_file) -> c_int {
    0
}

unsafe extern "C" fn x_shm_map(
    file: *mut sqlite3_file,
    page: c_int,
    size: c_int,
    _: c_int,
    out: *mut *mut c_void,
) -> c_int {
    unsafe { *out = disk(|d| d.map(of(file).0, page as usize, size as usize)).cast() };
    ffi::SQLITE_OK
}

unsafe extern "C" fn x_shm_lock(file: *mut sqlite3_file, offset: c_int, count: c_int, flags: c_int) -> c_int {
    let (name, id) = unsafe { of(file) };
    let slots = offset..offset + count;
    if flags & ffi::SQLITE_SHM_UNLOCK != 0 {
        disk(|d| d.unlock_shared(name, id, slots));
        return ffi::SQLITE_OK;
    }
    let is_exclusive = flags & ffi::SQLITE_SHM_EXCLUSIVE != 0;
    if disk(|d| d.lock_shared(name, id, slots, is_exclusive)) {
        ffi::SQLITE_OK
    } else {
        ffi::SQLITE_BUSY
    }
}

unsafe extern "C" fn x_shm_barrier(_: *mut sqlite3_file) {
    std::sync::atomic::fence(std::sync::atomic::Ordering::SeqCst);
}

unsafe extern "C" fn x_shm_unmap(file: *mut sqlite3_file, is_last: c_int) -> c_int {
    unsafe { disk(|d| d.unmap(of(file).0, of(file).1, is_last != 0)) };
    ffi::SQLITE_OK
}

unsafe extern "C" fn v_delete(_: *mut sqlite3_vfs, name: *const c_char, is_synced: c_int) -> c_int {
    match disk(|d| d.remove(unsafe { text(name) }, is_synced != 0)) {
        None => ffi::SQLITE_IOERR_DELETE_NOENT,
        Some(verdict) => code(verdict, ffi::SQLITE_IOERR_DELETE),
    }
}

unsafe extern "C" fn v_access(
    _: *mut sqlite3_vfs,
    name: *const c_char,
    _: c_int,
    answer: *mut c_int,
) -> c_int {
    unsafe { *answer = c_int::from(disk(|d| d.exists(text(name)))) };
    ffi::SQLITE_OK
}

unsafe extern "C" fn v_full_pathname(
    _: *mut sqlite3_vfs,
    name: *const c_char,
    room: c_int,
    out: *mut c_char,
) -> c_int {
    unsafe {
        let bytes = CStr::from_ptr(name).to_bytes_with_nul();
        if bytes.len() > room as usize {
            return ffi::SQLITE_CANTOPEN;
        }
        ptr::copy_nonoverlapping(bytes.as_ptr().cast(), out, bytes.len());
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn v_randomness(_: *mut sqlite3_vfs, count: c_int, out: *mut c_char) -> c_int {
    // The salts of the write-ahead log must differ from one log to the next, and be the same at every run.
    let mut chance = crate::chance::Chance::new(disk(|d| d.ops));
    let out = unsafe { std::slice::from_raw_parts_mut(out.cast::<u8>(), count as usize) };
    out.iter_mut().for_each(|byte| *byte = chance.byte());
    count
}

unsafe extern "C" fn v_sleep(_: *mut sqlite3_vfs, micros: c_int) -> c_int {
    micros
}

unsafe extern "C" fn v_current_time_ms(_: *mut sqlite3_vfs, millis: *mut sqlite3_int64) -> c_int {
    unsafe { *millis = 212_544_000_000_000 };
    ffi::SQLITE_OK
}

unsafe extern "C" fn v_last_error(_: *mut sqlite3_vfs, _: c_int, _: *mut c_char) -> c_int {
    0
}
