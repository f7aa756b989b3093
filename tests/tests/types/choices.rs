//! Which variant a value is read as: what extends a base, unions that are variants of each other, tags of any type, and what is not
//! declared.

use super::Outcome;
use serde_json::{Value, from_str, from_value, json, to_value};
use specwright_compiled::{composition, files, recursion, schemas, unions};

#[test]
fn what_extends_a_base_is_a_variant_of_it_however_it_includes_the_base() -> Outcome {
    use composition::heirs::types::{Fault, MaybeFault, Media, Timeout};
    let read = |value: Value| from_value::<Fault>(value);
    let timeout = json!({"code": "timeout", "text": "late"});
    let Fault::Timeout(read_timeout) = read(timeout.clone())? else {
        return Err("not the heir that adds nothing".into());
    };
    let plain: Timeout = read_timeout;
    assert_eq!(plain.text, "late");
    let lost = read(json!({"code": "lost", "text": "gone", "bytes": 3}))?;
    assert!(matches!(&lost, Fault::Lost(lost) if lost.bytes == Some(3)), "{lost:?}");
    let quota = read(json!({"code": "quota", "text": "full", "limit": 9}))?;
    assert!(
        matches!(&quota, Fault::Quota(quota) if quota.limit == Some(9)),
        "{quota:?}"
    );
    let worse = read(json!({"code": "Worse", "text": "gone", "bytes": 3, "forever": true}))?;
    assert!(
        matches!(&worse, Fault::Worse(worse) if worse.forever == Some(true)),
        "{worse:?}"
    );
    assert_eq!(to_value(&worse)?["bytes"], 3);
    let outage = read(json!({"code": "outage-now", "text": "dark", "since": "noon"}))?;
    assert!(
        matches!(&outage, Fault::Outage(outage) if outage.since.is_some()),
        "{outage:?}"
    );
    let refusal = read(json!({"code": "refused", "text": "no", "why": "late"}))?;
    assert!(
        matches!(&refusal, Fault::Refusal(refusal) if refusal.why.is_some()),
        "{refusal:?}"
    );
    let same: MaybeFault = from_value(timeout)?;
    assert!(matches!(same, Fault::Timeout(_)));
    let still: Media = from_value(json!({"kind": "still", "url": "/a"}))?;
    assert!(
        matches!(&still, Media::Still(still) if still.url.as_deref() == Some("/a")),
        "{still:?}"
    );
    Ok(())
}

#[test]
fn what_extends_a_base_in_another_file_is_a_variant_of_it() -> Outcome {
    use files::heirs::types::{Pet, Plan, Tool};
    let cat: Pet = from_value(json!({"kind": "cat", "lives": 9}))?;
    assert!(matches!(&cat, Pet::Cat(cat) if cat.lives == Some(9)), "{cat:?}");
    let dog: Pet = from_value(json!({"kind": "dog", "tricks": ["roll"]}))?;
    assert!(matches!(&dog, Pet::Dog(dog) if dog.tricks.is_some()), "{dog:?}");
    let saw: Tool = from_value(json!({"type": "Saw", "teeth": null}))?;
    assert!(matches!(&saw, Tool::Saw(saw) if saw.teeth.is_none()), "{saw:?}");
    let premium: Plan = from_value(json!({"name": "premium", "support": "daily"}))?;
    assert!(
        matches!(&premium, Plan::Premium(plan) if plan.support.is_some()),
        "{premium:?}"
    );
    assert!(matches!(from_value(json!({"name": "basic"}))?, Plan::Basic(_)));
    Ok(())
}

#[test]
fn unions_that_are_variants_of_each_other_have_all_variants_and_end() -> Outcome {
    use recursion::choices::types::{Chain, Figure, Rule, Shape, Term};
    let rule: Rule = from_value(json!({"all": [{"any": []}]}))?;
    assert!(
        matches!(&rule, Rule::RuleObject(rule) if matches!(rule.all[..], [Rule::TermObject(_)])),
        "{rule:?}"
    );
    let term: Term = from_value(json!({"all": []}))?;
    assert!(matches!(term, Term::RuleObject(_)), "{term:?}");
    for unforeseen in [json!({"z": 1}), json!(1), json!([]), Value::Null] {
        assert!(matches!(from_value(unforeseen.clone())?, Rule::Unknown(_)));
        assert!(matches!(from_value(unforeseen)?, Term::Unknown(_)));
    }
    let chain: Chain = from_value(json!({"next": {"next": "end"}}))?;
    assert!(matches!(chain, Chain::Object(_)), "{chain:?}");
    assert!(matches!(from_value(json!({"form": "flat"}))?, Shape::Flat(_)));
    assert!(matches!(from_value(json!({"form": "round"}))?, Figure::Round(_)));
    assert!(matches!(from_value(json!({"form": "new"}))?, Figure::Unknown(_)));
    Ok(())
}

#[test]
fn received_json_is_bounded_in_depth() {
    use recursion::choices::types::{Branch, Rule};
    let deep = |open: &str, close: &str| format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
    assert!(from_str::<Branch>(&deep("{\"left\":", "}")).is_err());
    assert!(from_str::<Rule>(&deep("[", "]")).is_err());
    assert!(from_str::<Rule>(&deep("{\"all\":[", "]}")).is_err());
    // What is not kept is skipped without recursion.
    assert!(from_str::<Branch>(&deep("{\"more\":", "}")).is_ok());
}

#[test]
fn tags_have_the_type_of_their_property_and_are_kept() -> Outcome {
    use unions::tag_types::types::bus::{Bus, Type};
    use unions::tag_types::types::{Bill, Boat, Document, Switch, Vehicle};
    for (value, is_bill) in [
        (json!({"kind": 1, "to": "x"}), false),
        (json!({"kind": 2, "due": "x"}), true),
        (json!({"kind": 3, "due": "x"}), true),
    ] {
        let read: Document = from_value(value.clone())?;
        assert_eq!(matches!(read, Document::Bill(_)), is_bill, "{read:?}");
        assert!(!matches!(read, Document::Unknown(_)), "{read:?}");
        assert_eq!(to_value(&read)?, value);
    }
    // Mappings have strings for keys, so some servers send them so.
    assert!(matches!(
        from_value(json!({"kind": 1.0, "to": "x"}))?,
        Document::Letter(_)
    ));
    assert_eq!(to_value(Document::from(Bill::new()))?, json!({"kind": 2}));
    assert!(matches!(from_value(json!({"on": true, "watts": 5}))?, Switch::Lit(_)));
    assert!(matches!(
        from_value(json!({"on": false, "since": "x"}))?,
        Switch::Dark(_)
    ));
    for value in [
        json!({"type": "van", "doors": 4}),
        json!({"type": "car"}),
        json!({"type": "boat"}),
        json!({"type": "long-coach", "seats": 50}),
    ] {
        let read: Vehicle = from_value(value.clone())?;
        assert_eq!(to_value(&read)?, value);
    }
    assert_eq!(to_value(Vehicle::from(Boat::new()))?, json!({"type": "boat"}));
    // Nobody can send another string as the tag of a variant that has several.
    let coach = Vehicle::from(Bus::new(Type::LongCoach));
    assert_eq!(to_value(coach)?, json!({"type": "long-coach"}));
    Ok(())
}

#[test]
fn what_is_not_declared_is_kept_where_the_document_speaks_of_it() -> Outcome {
    use schemas::undeclared::types::{
        AllLabels, ClosedLabelled, KnownOrAnything, KnownOrObject, Labelled, Labels, Resource, Service,
    };
    super::returns!(Labelled: {"id": "1", "x-n": 5, "name": "new"});
    super::returns!(Labels: {"abc": 5, "A B": "other"});
    super::returns!(ClosedLabelled: {"id": "1", "x-n": 5});
    super::returns!(AllLabels: {"a": 1});
    super::returns!(Resource: {"name": "a", "spec": {"replicas": 2}});
    super::returns!(Service: {"port": 80, "share": "5%", "signer": 0});
    super::returns!(KnownOrAnything: {"id": "1"}, {"id": "1", "more": true}, [1], "text");
    super::returns!(KnownOrObject: {"id": "1"}, {"id": "1", "more": true}, {"other": 1});
    let closed: ClosedLabelled = from_value(json!({"x-n": 5}))?;
    assert_eq!(closed.additional_properties.get("x-n"), Some(&5));
    let known: KnownOrObject = from_value(json!({"id": "1"}))?;
    assert!(matches!(known, KnownOrObject::Known(_)), "{known:?}");
    Ok(())
}

#[test]
fn a_union_within_a_union_has_only_the_values_of_its_variants() -> Outcome {
    use unions::within::types::{Creature, Parked, Tree, Vehicle};
    let car = json!({"kind": "Car", "wheels": 4});
    let read: Creature = from_value(car.clone())?;
    assert!(matches!(read, Creature::Vehicle(Vehicle::Car(_))), "{read:?}");
    assert_eq!(to_value(&read)?, car);
    let unforeseen: Creature = from_value(json!({"kind": "Ship"}))?;
    assert!(matches!(unforeseen, Creature::Unknown(_)), "{unforeseen:?}");
    let parked: Parked = from_value(car.clone())?;
    assert!(matches!(parked, Parked::Vehicle(Vehicle::Car(_))), "{parked:?}");
    let place: Parked = from_value(json!({"kind": "Lane", "street": "North"}))?;
    assert!(matches!(place, Parked::Place(_)), "{place:?}");
    let tree: Tree = from_value(json!([[car]]))?;
    let Tree::TreeList(branches) = &tree else {
        return Err(format!("{tree:?}").into());
    };
    let [Tree::TreeList(leaves)] = &branches[..] else {
        return Err(format!("{branches:?}").into());
    };
    assert!(
        matches!(leaves[..], [Tree::Creature(Creature::Vehicle(_))]),
        "{leaves:?}"
    );
    Ok(())
}

#[test]
fn of_variants_that_fit_alike_the_one_is_meant_that_leaves_least_aside() -> Outcome {
    use unions::within::types::{Held, Listed};
    let listed = |value: Value| from_value::<Listed>(value);
    let cars = listed(json!([{"kind": "Car"}, {"kind": "Bus", "seats": 40}]))?;
    assert!(matches!(cars, Listed::Vehicles(_)), "{cars:?}");
    let teams = listed(json!([{"name": "a", "size": 3}]))?;
    assert!(matches!(teams, Listed::Teams(_)), "{teams:?}");
    let users = listed(json!([{"name": "a"}]))?;
    assert!(matches!(users, Listed::Users(_)), "the first of equal ones: {users:?}");
    let newer = listed(json!([{"name": "a", "size": 3, "since": 1999}]))?;
    assert!(matches!(newer, Listed::Teams(_)), "{newer:?}");
    let held: Held = from_value(json!({"of": {"name": "a", "size": 3}}))?;
    assert!(matches!(held, Held::OfTeam(_)), "{held:?}");
    Ok(())
}
