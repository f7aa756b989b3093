// Uses the page as a person would: `cargo xtask playground --check` puts this at its end. What is wrong is written into the page.
"use strict";
(async () => {
  // A browser that prints the page waits for it to be loaded: this frame is what it waits for.
  const frame = document.body.appendChild(document.createElement("iframe")).contentDocument;
  frame.open();
  frame.write("waiting");
  const report = document.createElement("pre");
  report.id = "report";
  const say = (line) => (report.textContent += `${line}\n`);
  const expect = (what, holds, seen) => say(holds ? `ok: ${what}` : `wrong: ${what}: ${JSON.stringify(seen)}`);
  const status = () => at("status");
  const settled = async (before) => {
    for (let tries = 0; tries < 600; tries += 1) {
      const { state } = status().dataset;
      if (number > before && (state === "done" || state === "failed")) return state;
      await new Promise((wake) => setTimeout(wake, 50));
    }
    return "never";
  };
  const after = async (action) => {
    const before = number;
    action();
    return settled(before);
  };
  const drop = (words, name) => {
    const data = new DataTransfer();
    data.items.add(new File([words], name));
    document.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  };
  const text = (id) => at(id).textContent;
  try {
    for (let tries = 0; at("run").disabled && tries < 600; tries += 1) await new Promise((wake) => setTimeout(wake, 50));

    let state = await after(() => at("example").click());
    expect("the example becomes a client", state === "done" && text("status").includes("3 operations"), text("status"));
    expect("its slips are told", text("problems").includes("did you mean language") && text("problems").includes("did you mean maxLength"), text("problems"));
    at("tab-client").click();
    const files = [...document.querySelectorAll("nav button")].map((button) => button.textContent);
    expect("its files are listed", files.includes("Cargo.toml") && files.includes("src/client.rs"), files);
    expect("its code is shown", document.querySelector(".code").textContent.includes("pub fn list_books(&self)"), files);
    expect("only the chosen tab is shown", at("problems").hidden && !at("client").hidden && at("surface").hidden);
    at("tab-surface").click();
    expect("its surface is shown", text("surface").includes("Client::get_book"), text("surface").slice(0, 200));

    const broken = at("document").value.replace("type: integer, minimum: 1", "type: integer, minimum: one");
    state = await after(() => drop(broken, "broken.yaml"));
    const place = document.querySelector("article.error .place");
    expect("an error has its place", state === "failed" && /^broken\.yaml:\d+:\d+$/.test(place?.textContent), text("problems"));
    expect("nothing is left of the client before", text("client") === "There is no client.", text("client").slice(0, 100));
    expect("its tab is chosen", !at("problems").hidden);
    place?.click();
    const area = at("document");
    const marked = area.value.slice(area.selectionStart, area.selectionEnd);
    expect("its place is shown in the document", marked === "one", marked);

    at("settings").value = "[rename.operations]\nlistBooks = 'books'\n";
    state = await after(() => at("example").click());
    at("tab-surface").click();
    expect("settings decide", state === "done" && text("surface").includes("Client::books"), text("status"));
    at("settings").value = "";

    state = await after(() => drop("[".repeat(200_000), "deep.json"));
    expect("what is nested without end is refused", state === "failed", text("status"));
    state = await after(() => drop("<html></html>", "page.html"));
    expect("what is no document is refused", state === "failed" && text("problems").includes("page.html"), text("problems"));
    state = await after(() => drop(`openapi: 3.1.0\n# ${"x".repeat(2_100_000)}\ninfo: {title: Big, version: 1.0.0}\npaths: {}\n`, "big.yaml"));
    expect("what is too long to be edited is read", state === "done" && at("document").hidden && !at("big").hidden, text("status"));
    state = await after(() => at("example").click());
    expect("after all that it still works", state === "done" && !at("document").hidden, text("status"));
  } catch (error) {
    say(`wrong: ${error.stack}`);
  }
  say("end");
  document.body.appendChild(report);
  frame.close();
})();
