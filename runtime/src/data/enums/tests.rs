//! Enumerations of every kind: what is read, what is refused, what is sent.

use crate::v1;

#[derive(Clone)]
enum Flow {
    Signin,
    Empty,
    Unknown(Box<str>),
}
v1::string_enum!(both Flow strict {
    Signin => "signin",
    Empty => "",
    _ => Unknown,
});

#[derive(Clone, Debug, PartialEq)]
enum Level {
    Low,
    High,
    Unknown(i64),
}
v1::integer_enum!(both Level strict {
    Low => -1,
    High => 9,
    _ => Unknown,
});

#[derive(Clone, Debug, PartialEq)]
enum Switch {
    On,
    Auto,
    Pair,
    Unknown(v1::Value),
}
v1::value_enum!(both Switch strict {
    On => v1::Const::Bool(true),
    Auto => v1::Const::Str("auto"),
    Pair => v1::Const::Array(&[v1::Const::Int(1), v1::Const::Null]),
    _ => Unknown,
});

#[test]
fn a_closed_enumeration_refuses_other_values() {
    assert_eq!(
        serde_json::from_str::<Flow>("\"signin\"").expect("listed"),
        Flow::Signin
    );
    let error = serde_json::from_str::<Flow>("\"other\"").expect_err("not listed");
    assert!(
        error.to_string().starts_with("must be one of the values of `Flow`"),
        "{error}"
    );
    assert!(serde_json::from_str::<Flow>("1").is_err());
    assert_eq!("".parse(), Ok(Flow::Empty));
    assert_eq!(Flow::VALUES.len(), 2);
    assert_eq!(Flow::Signin.to_string(), "signin");
    assert!(serde_json::from_str::<Level>("2").is_err());
    assert_eq!(Level::try_from(-1), Ok(Level::Low));
    assert_eq!(Level::High.to_string(), "9");
    assert!(serde_json::from_str::<Switch>("false").is_err());
}

#[test]
fn a_value_that_is_not_listed_is_sent_if_it_is_asked_for() {
    assert_eq!(Flow::from_unchecked("signin"), Flow::Signin);
    let new = Flow::from_unchecked("signup");
    assert_eq!(serde_json::to_string(&new).expect("plain"), "\"signup\"");
    assert_eq!(Level::from_unchecked(9), Level::High);
    assert_eq!(Level::from_unchecked(10).as_i64(), 10);
    assert_eq!(Switch::from_unchecked(v1::Value::from(7)).to_string(), "7");
    assert_eq!(Switch::from_unchecked(v1::Value::Bool(true)), Switch::On);
}

#[test]
fn values_of_any_type_round_trip() {
    for value in Switch::VALUES {
        let text = serde_json::to_string(value).expect("plain");
        assert_eq!(serde_json::from_str::<Switch>(&text).expect("listed"), *value);
    }
    assert_eq!(Switch::Auto.to_string(), "auto");
    assert_eq!(Switch::Pair.to_string(), "[1,null]");
    assert_eq!(Switch::try_from(Switch::On.to_value()), Ok(Switch::On));
}

#[test]
fn an_escaped_string_is_read() {
    assert_eq!(
        serde_json::from_str::<Flow>(r#""sign\u0069n""#).expect("listed"),
        Flow::Signin
    );
}

#[test]
fn an_enumeration_is_compared_and_shown_as_with_derived_traits() {
    #[derive(Debug, PartialEq)]
    enum Derived {
        Signin,
        Empty,
        Unknown(Box<str>),
    }
    let hasher = std::hash::RandomState::new();
    let flows = || {
        [
            Flow::Signin,
            Flow::Empty,
            Flow::Unknown("".into()),
            Flow::Unknown("\"new\"".into()),
        ]
    };
    let derived = [
        Derived::Signin,
        Derived::Empty,
        Derived::Unknown("".into()),
        Derived::Unknown("\"new\"".into()),
    ];
    for (flow, derived_flow) in flows().iter().zip(&derived) {
        assert_eq!(format!("{flow:?}"), format!("{derived_flow:?}"));
        assert_eq!(format!("{flow:#?}"), format!("{derived_flow:#?}"));
        for (other, derived_other) in flows().iter().zip(&derived) {
            assert_eq!(flow == other, derived_flow == derived_other, "{flow:?} {other:?}");
        }
    }
    let hashes = || flows().map(|flow| std::hash::BuildHasher::hash_one(&hasher, flow));
    assert_eq!(hashes(), hashes());
    let [signin, empty, .., new] = hashes();
    assert!(signin != empty && empty != new && signin != new);
}
