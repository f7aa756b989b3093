//! Starts a DigiLocker session and prints the URL to send the user to.
//!
//! ```text
//! SANDBOX_AUTHORIZATION=… SANDBOX_API_KEY=… cargo run -p sandbox-kyc-client --example initiate_session
//! ```
//!
//! `SANDBOX_BASE_URL` sends everything to another server, such as a mock on `http://127.0.0.1:4010`.

use std::env;
use std::error::Error;

use sandbox_kyc_client::initiate_session::{DocType, Flow, Options, RedirectUrl, Request};
use sandbox_kyc_client::{Client, Server};

/// Checked by the compiler: `http://` would not build.
const CALLBACK: RedirectUrl = RedirectUrl::from_static("https://example.com/callback");

fn main() -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(initiate_session())
}

async fn initiate_session() -> Result<(), Box<dyn Error>> {
    let mut builder = Client::builder()
        .server(Server::Test)
        .authorization(credential("SANDBOX_AUTHORIZATION")?)
        .x_api_key(credential("SANDBOX_API_KEY")?);
    if let Ok(url) = env::var("SANDBOX_BASE_URL") {
        builder = builder.base_url(url);
    }
    let client = builder.build()?;

    let request =
        Request::new(Flow::Signin, CALLBACK, [DocType::Aadhaar, DocType::Pan]).options(Options::new().pinless(true));
    let session = client.initiate_session(request).x_api_version("1.0.0").await?;

    println!("{}", session.data.authorization_url);
    Ok(())
}

/// A credential of the environment. A mock on another server takes any.
fn credential(name: &str) -> Result<String, String> {
    match env::var(name) {
        Ok(value) => Ok(value),
        Err(_) if env::var_os("SANDBOX_BASE_URL").is_some() => Ok("mock".to_owned()),
        Err(_) => Err(format!("set {name} to the credential of your Sandbox account")),
    }
}
