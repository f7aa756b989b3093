//! Surfaces of a size that nobody expects.

use specwright::compat;
use specwright::surface::{Fact, Item, Kind, Surface};
use std::collections::BTreeMap;

/// Two editions that have nothing in common, and the same things under other names.
#[test]
fn editions_of_thousands_of_items_are_compared() {
    let item = |kind: Kind, facts: &[(Fact, &str)]| Item {
        kind,
        pointer: "".into(),
        span: None,
        facts: facts.iter().map(|(fact, text)| (*fact, (*text).to_owned())).collect(),
        limits: BTreeMap::new(),
    };
    let edition = |prefix: &str| {
        let mut surface = Surface::default();
        let mut add = |name: String, item: Item| surface.items.insert(name, item);
        let travels = (Fact::Travels, "received");
        add(
            "types::E".to_owned(),
            item(Kind::Type, &[(Fact::Shape, "enum"), travels]),
        );
        add(
            "types::S".to_owned(),
            item(Kind::Type, &[(Fact::Shape, "struct"), travels]),
        );
        for index in 0..8_000 {
            let (module, wire) = (format!("{prefix}{index}"), format!("{prefix}-{index}"));
            let (path, inside) = (format!("/{wire}"), format!("operations::{module}"));
            let operation = [(Fact::Module, &*inside), (Fact::Method, "GET"), (Fact::Path, &*path)];
            add(format!("Client::{module}"), item(Kind::Operation, &operation));
            let ty = [(Fact::Shape, "struct"), travels];
            add(format!("{inside}::Response"), item(Kind::Type, &ty));
            add(
                format!("types::E::{module}"),
                item(Kind::Variant, &[(Fact::Wire, &*wire)]),
            );
            add(format!("types::S.{module}"), item(Kind::Field, &[(Fact::Wire, &*wire)]));
        }
        surface
    };
    assert_eq!(compat::compare(&edition("a"), &edition("a")).len(), 0);
    // Operations, values and properties that are gone, and others that are new.
    assert_eq!(compat::compare(&edition("a"), &edition("b")).len(), 6 * 8_000);
}
