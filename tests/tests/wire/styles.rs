//! The rows of the table "Style Examples" (OpenAPI 3.2, also 3.1.1 section 4.8.12.6) that other cases leave out, and what
//! Stripe's servers read: `styles`.

use specwright_compiled::operations::styles::{operations, types};

use crate::common::{last, quiet, targets};

const COLORS: [&str; 3] = ["blue", "black", "brown"];

fn color() -> types::Color {
    types::Color::new(types::ColorRequired { r: 100, g: 200, b: 150 })
}

fn line(price: &str) -> types::Line {
    types::Line::new().price(price)
}

#[tokio::test]
async fn path() {
    let server = quiet();
    let client = client!(styles, server);
    client.simple("blue", [1, 2]).await.expect("204");
    client.suffixed("blue").await.expect("204");
    client.named("blue").await.expect("204");
    assert_eq!(
        targets(&server),
        ["/simple/blue/1,2", "/pixel.blue", "/pixel/at;color=blue"]
    );
}

#[tokio::test]
async fn query() {
    let server = quiet();
    let client = client!(styles, server);
    let sent = |call: operations::query::Call| async {
        call.await.expect("204");
        last(&server).target
    };
    let query = || client.query();
    assert_eq!(sent(query().form("blue")).await, "/query?form=blue");
    assert_eq!(sent(query().form("")).await, "/query?form=");
    assert_eq!(
        sent(query().spaced(color())).await,
        "/query?spaced=R%20100%20G%20200%20B%20150"
    );
    assert_eq!(
        sent(query().piped(color())).await,
        "/query?piped=R%7C100%7CG%7C200%7CB%7C150"
    );
    assert_eq!(
        sent(query().spaces(COLORS)).await,
        "/query?spaces=blue&spaces=black&spaces=brown"
    );
    assert_eq!(
        sent(query().pipes(COLORS)).await,
        "/query?pipes=blue&pipes=black&pipes=brown"
    );
    assert_eq!(
        sent(query().reserved(["a/b", "c:d#"])).await,
        "/query?reserved=a/b,c:d%23"
    );
    assert_eq!(
        sent(query().color(color())).await,
        "/query?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"
    );
}

/// The standard leaves nesting in `deepObject` open; servers read it so.
#[tokio::test]
async fn deep_objects() {
    let server = quiet();
    let client = client!(styles, server);
    let sent = |call: operations::query::Call| async {
        call.await.expect("204");
        last(&server).target
    };
    let query = || client.query();
    assert_eq!(
        sent(query().expand(["data.customer", "x y"])).await,
        "/query?expand%5B0%5D=data.customer&expand%5B1%5D=x%20y"
    );
    let range = operations::query::CreatedObject::new().gt(5);
    assert_eq!(sent(query().created(range)).await, "/query?created%5Bgt%5D=5");
    assert_eq!(sent(query().created(7)).await, "/query?created=7");
    let data = types::line::Data::new().taxes([0.5, 2.0]);
    assert_eq!(
        sent(query().lines([line("p 1"), types::Line::new().data(data)])).await,
        "/query?lines%5B0%5D%5Bprice%5D=p%201&lines%5B1%5D%5Bdata%5D%5Btaxes%5D%5B0%5D=0.5\
         &lines%5B1%5D%5Bdata%5D%5Btaxes%5D%5B1%5D=2"
    );
    let body = operations::create_invoice::RequestForm::new()
        .customer("cus 1")
        .expand(["a", "b"])
        .lines([line("p&1")])
        .metadata([("k", "v w")]);
    client.create_invoice().body(body).await.expect("204");
    assert_eq!(
        last(&server).text(),
        "customer=cus+1&expand%5B0%5D=a&expand%5B1%5D=b&lines%5B0%5D%5Bprice%5D=p%261&metadata%5Bk%5D=v+w"
    );
}

#[tokio::test]
async fn headers() {
    let server = quiet();
    let client = client!(styles, server);
    client.headers().x_all(COLORS).x_number(1.5).await.expect("204");
    assert_eq!(last(&server).header("x-all"), Some("blue,black,brown"));
    assert_eq!(last(&server).header("x-number"), Some("1.5"));
    let none: [&str; 0] = [];
    client.headers().x_all(none).await.expect("204");
    assert_eq!(last(&server).header("x-all"), None);
}

/// `form` writes `&` between exploded cookies, which no server reads: they are cookies of their own (OpenAPI 3.2,
/// appendix D says why). `cookie` means just that, and encodes nothing.
#[tokio::test]
async fn cookies() {
    let server = quiet();
    let client = client!(styles, server);
    client
        .form_cookies()
        .text("a b")
        .all(COLORS)
        .object(color())
        .joined(COLORS)
        .await
        .expect("204");
    assert_eq!(
        last(&server).header("cookie"),
        Some("text=a%20b; all=blue; all=black; all=brown; R=100; G=200; B=150; joined=blue,black,brown")
    );
    client
        .plain_cookies()
        .text("a b")
        .all(COLORS)
        .object(color())
        .joined(COLORS)
        .pairs(color())
        .await
        .expect("204");
    assert_eq!(
        last(&server).header("cookie"),
        Some(
            "text=a b; all=blue; all=black; all=brown; R=100; G=200; B=150; joined=blue,black,brown; \
             pairs=R,100,G,200,B,150"
        )
    );
}
