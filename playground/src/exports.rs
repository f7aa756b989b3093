//! What the page calls. Both sides share the memory of the module: the page writes a request to [`room`], and reads the response.
//!
//! Nothing here is unsafe for Rust. The attributes are called so because names of other programs could be the same, and in a module
//! for a page there are none.
#![allow(unsafe_code, reason = "exported names: no memory is touched without a check")]

use std::sync::Mutex;

static REQUEST: Mutex<Vec<u8>> = Mutex::new(Vec::new());
static RESPONSE: Mutex<String> = Mutex::new(String::new());

/// Where the page writes a request of so many bytes.
#[unsafe(no_mangle)]
pub(crate) extern "C" fn room(length: usize) -> *mut u8 {
    let Ok(mut request) = REQUEST.lock() else {
        return std::ptr::null_mut();
    };
    *request = vec![0; length];
    request.as_mut_ptr()
}

/// Responds to the request. The result is the length of the response in bytes.
#[unsafe(no_mangle)]
pub(crate) extern "C" fn respond() -> usize {
    let (Ok(request), Ok(mut response)) = (REQUEST.lock(), RESPONSE.lock()) else {
        return 0;
    };
    *response = crate::respond(&String::from_utf8_lossy(&request));
    response.len()
}

/// Where the response is.
#[unsafe(no_mangle)]
pub(crate) extern "C" fn response() -> *const u8 {
    RESPONSE.lock().map_or(std::ptr::null(), |response| response.as_ptr())
}
