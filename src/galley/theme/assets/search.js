// The index of the search weighs more than a chapter: it waits until it is wanted.
// A file, since a strict policy lets no script inside a page run; before Material's.
{
  const { open, send } = XMLHttpRequest.prototype;
  const wanted = new Promise((resolve) => {
    if (/[?&]q=/.test(location.search)) resolve();
    for (const name of ["focusin", "pointerover", "keydown"])
      addEventListener(name, ({ target, key }) => {
        if (key === "f" || key === "s" || key === "/" || target.closest?.(".md-search, [for=__search]"))
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
