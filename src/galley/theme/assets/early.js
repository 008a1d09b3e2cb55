// What has to stand before Material's own script begins: a file, since a strict policy
// lets no script inside a page run.

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
