//! Generates the client.

fn main() {
    specwright::Build::new("openapi.yaml").generate();
}
