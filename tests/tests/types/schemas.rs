//! Constructors, and schemas whose meaning depends on who refers to them.

use super::{Outcome, broken, returns};
use serde_json::{from_value, json, to_value};

#[test]
fn arguments_follow_the_list_of_required_properties_and_two_alike_are_named() -> Outcome {
    use specwright_compiled::structs::arguments::types::{Note, Payment, Transfer, TransferRequired};
    let payment = Payment::new("Ann", 3, "rent").note("May");
    let json = json!({"payer": "Ann", "amount": 3, "reason": "rent", "note": "May"});
    assert_eq!(to_value(payment)?, json);
    let transfer = Transfer::new(TransferRequired {
        from_: "Ann".into(),
        to: "Bob".into(),
        amount: 3,
    });
    assert_eq!(to_value(transfer)?, json!({"from": "Ann", "to": "Bob", "amount": 3}));
    assert_eq!(to_value(Note::new(true, "x"))?, json!({"topic": true, "text": "x"}));
    Ok(())
}

#[test]
fn dynamic_references_are_typed_by_who_binds_their_anchor() -> Outcome {
    use specwright_compiled::composition::generics::operations::list_orders::Response;
    use specwright_compiled::composition::generics::types::{NamedTree, Numbers, Paged, PagedUsers, Tree, User};
    let page = PagedUsers::new([User::new("Ann")]);
    assert_eq!(to_value(&page)?, json!({"items": [{"name": "Ann"}]}));
    let orders: Response = from_value(json!({"items": [{"number": 7}], "meta": {"next": "2"}}))?;
    assert_eq!(orders.items[0].number, 7);
    returns!(Paged: {"items": [1, "two"]});
    returns!(Tree: {"children": [{"data": "x"}]});
    returns!(NamedTree: {"name": "root", "children": [{"name": "leaf"}]});
    assert!(from_value::<NamedTree>(json!({"name": "root", "children": [{"data": "x"}]})).is_err());
    assert_eq!(
        broken(&Numbers::new().list([1, 10])),
        [("/list/1".to_owned(), "maximum")]
    );
    Ok(())
}

#[test]
fn a_pointer_into_the_schema_around_it_is_that_type() -> Outcome {
    use specwright_compiled::recursion::pointers::types::menu::{Entry, Menu, MenuOption};
    let entry = Entry::new().label("a").sub(Entry::new().label("b"));
    let menu = Menu::new().option(MenuOption::A).entry(entry);
    let json = json!({"option": "a", "entry": {"label": "a", "sub": {"label": "b"}}});
    assert_eq!(to_value(menu)?, json);
    Ok(())
}

fn one<T>(_: fn(T), _: fn(T)) {}

#[test]
fn equal_inline_schemas_of_an_operation_are_one_type() {
    use specwright_compiled::operations::twins::operations::order::{
        BadRequest, BadRequestError, Home, NotFound, NotFoundError, Work,
    };
    one::<BadRequest>(|_: BadRequest| {}, |_: NotFound| {});
    one::<BadRequestError>(|_: BadRequestError| {}, |_: NotFoundError| {});
    one::<Home>(|_: Home| {}, |_: Work| {});
}

#[test]
fn equal_inline_schemas_of_components_are_one_type() {
    use specwright_compiled::operations::twins::types::abilities::{Fly, Sing, Swim};
    use specwright_compiled::operations::twins::types::named::Scale;
    one::<Swim>(|_: Swim| {}, |_: Fly| {});
    one::<Swim>(|_: Swim| {}, |_: Scale| {});
    assert_eq!([Swim::Learned.as_str(), Sing::Learned.as_str()], ["learned"; 2]);
    assert_ne!(std::any::TypeId::of::<Swim>(), std::any::TypeId::of::<Sing>());
}

#[test]
fn operations_with_the_same_tags_share_types_with_each_other_and_with_components() {
    use specwright_compiled::operations::twins::operations::{change, offer, order, remove};
    use specwright_compiled::operations::twins::types::abilities::Swim;
    use std::any::TypeId;
    one::<order::Home>(|_: order::Home| {}, |_: offer::Home| {});
    one::<Swim>(|_: Swim| {}, |_: remove::Scale| {});
    // What holds equal types is equal, and every name stays.
    one::<change::Outer>(|_: change::Outer| {}, |_: change::Other| {});
    one::<order::Home>(|_: order::Home| {}, |_: change::OtherInnerHome| {});
    // The feature of another tag can be off.
    assert_ne!(TypeId::of::<order::Home>(), TypeId::of::<remove::Home>());
    // What a multipart body sends as files, JSON writes as strings.
    assert_ne!(TypeId::of::<offer::Picture>(), TypeId::of::<change::RequestMultipart>());
}

#[test]
fn equal_failures_of_operations_with_the_same_tags_are_one_enumeration() {
    use specwright_compiled::operations::twins::operations::{change, offer, offers, order, remove};
    use std::any::TypeId;
    one::<offer::Failure>(|_: offer::Failure| {}, |_: change::Failure| {});
    // Other variants, another description, another tag.
    let apart = [
        TypeId::of::<order::Failure>(),
        TypeId::of::<offers::Failure>(),
        TypeId::of::<remove::Failure>(),
    ];
    assert!(!apart.contains(&TypeId::of::<offer::Failure>()));
}

#[test]
fn equal_types_are_apart_where_the_settings_say_so() {
    use specwright_compiled::operations::{twins_apart, twins_decorated};
    use std::any::TypeId;
    assert_ne!(
        TypeId::of::<twins_apart::operations::order::Home>(),
        TypeId::of::<twins_apart::operations::order::Work>()
    );
    assert_ne!(
        TypeId::of::<twins_decorated::operations::order::Home>(),
        TypeId::of::<twins_decorated::operations::order::Work>()
    );
}

#[test]
fn the_constructor_of_a_shared_type_has_its_struct_under_every_name() -> Result<(), serde_json::Error> {
    use specwright_compiled::operations::twins::operations::change::{Edge, EdgeRequired};
    use specwright_compiled::operations::twins::operations::offer::Frame;
    let edge: Frame = Edge::new(EdgeRequired { x: 1, y: 2, z: 3, w: 4 });
    assert_eq!(to_value(edge)?, json!({"x": 1, "y": 2, "z": 3, "w": 4}));
    Ok(())
}

#[test]
fn formats_are_checked_where_the_settings_ask_for_it() {
    use specwright_compiled::constraints::formats::types::Contact;
    let fine = Contact::new("a@b.example")
        .host("a-b.example")
        .addresses(["192.0.2.1"])
        .page("../x?y#z")
        .phone("any")
        .any("::1");
    assert_eq!(broken(&fine), Vec::new());
    let wrong = Contact::new("no address")
        .host("a_b")
        .addresses(["1.2.3.4", "1.2.3"])
        .page("a b")
        .any("1::2::3");
    let places = ["/addresses/1", "/any", "/email", "/host", "/page"];
    assert_eq!(broken(&wrong), places.map(|place| (place.to_owned(), "format")));
}
