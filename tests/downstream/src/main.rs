//! Uses the client that `build.rs` has generated.

mod api {
    specwright_runtime::include_client!("openapi");
}

use api::initiate_session::{DocType, Flow, RedirectUrl, Request};

const CALLBACK: RedirectUrl = RedirectUrl::from_static("https://example.com/callback");

fn main() {
    let request = Request::new(Flow::Signin, CALLBACK, [DocType::Aadhaar]);
    println!("{} document type", request.doc_types.len());
}
