// What has to stand before Material's own script begins: a file, since a strict policy
// lets no script inside a page run.

// Whatever has a browser work out the style of all again, once all is drawn, is left out.
{
  // Material's navigation writes every address of a page in full, and a style sheet whose
  // address is written is read again. So it finds that written.
  for (const sheet of document.querySelectorAll("link[rel=stylesheet]")) {
    const full = sheet.cloneNode();
    full.href = sheet.href;
    Object.defineProperties(sheet, {
      href: { value: full.href, writable: true },
      outerHTML: { value: full.outerHTML },
    });
  }

  // It also tells the browser of a dark page, which our style sheet has done.
  const { head } = document;
  head.appendChild = (node) =>
    node.name === "color-scheme" ? node : Node.prototype.appendChild.call(head, node);
}

// A long page arrives in parts; but who returns, or comes to a part of it, needs the whole
// at once, since places are kept as heights.
{
  const [{ type }] = performance.getEntriesByType("navigation");
  if (type !== "navigate" || location.hash)
    document.documentElement.classList.add("settled");
}

// The index of the search weighs more than a chapter: it waits until it is wanted.
{
  const { open, send } = XMLHttpRequest.prototype;
  const wanted = new Promise((resolve) => {
    if (/[?&]q=/.test(location.search)) resolve();
    for (const name of ["focusin", "pointerover", "keydown"])
      addEventListener(name, ({ target, key }) => {
        if (["f", "s", "/"].includes(key) || target.closest?.(".md-search, [for=__search]"))
          resolve();
      });
  });
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    this.waits = String(url).endsWith("/search/search_index.json");
    return open.call(this, method, url, ...rest);
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (this.waits) wanted.then(() => send.call(this, body));
    else send.call(this, body);
  };
}
