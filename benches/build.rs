//! Prints the checks of the patterns in `patterns.txt`, with what kind each of them is.

use std::error::Error;
use std::path::Path;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use specwright::emit::pattern::matcher_fn;
use specwright::pattern::{Matcher, compile};

fn main() -> Result<(), Box<dyn Error>> {
    let list = "src/patterns.txt";
    let mut functions = TokenStream::new();
    let mut rows = TokenStream::new();
    // A program with these two is built to find out what they cost.
    let mut first = TokenStream::new();
    for (index, line) in std::fs::read_to_string(list)?.lines().enumerate() {
        let mut columns = line.split('\t');
        let (Some(source), Some(good), Some(bad)) = (columns.next(), columns.next(), columns.next()) else {
            return Err(format!("{list}:{}: three columns are needed", index + 1).into());
        };
        let pattern = compile(source)?;
        let kind = match pattern.matcher {
            Matcher::Code(_) => "Code",
            Matcher::Table(_) => "Table",
            Matcher::Engine(_) => return Err(format!("{source} needs an engine").into()),
        };
        let kind = Ident::new(kind, Span::call_site());
        let name = Ident::new(&format!("pattern_{index}"), Span::call_site());
        let function = matcher_fn(&name, &pattern);
        if index < 2 {
            first.extend(function.clone());
        }
        functions.extend(function);
        rows.extend(quote!(Case { source: #source, good: #good, bad: #bad, kind: Kind::#kind, is_match: #name },));
    }
    let file = syn::parse2(quote! {
        const CASES: &[Case] = &[#rows];
        #functions
    })?;
    let folder = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&folder).join("patterns.rs"), prettyplease::unparse(&file))?;
    std::fs::write(
        Path::new(&folder).join("first.rs"),
        prettyplease::unparse(&syn::parse2(first)?),
    )?;
    std::io::Write::write_all(
        &mut std::io::stdout(),
        format!("cargo::rerun-if-changed={list}\n").as_bytes(),
    )?;
    Ok(())
}
