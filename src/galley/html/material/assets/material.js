// What reaches into Material's own script; without this file all of a page is there. It
// begins before Material does, and the second half when Material has begun. It is a file,
// since a strict policy lets no script inside a page run.

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

addEventListener("DOMContentLoaded", () => {
  // Small cures for readers of the keyboard and of screen readers, after every navigation.
  {
    const name = (element, label) => {
      if (element && !element.getAttribute("aria-label"))
        element.setAttribute("aria-label", label);
    };

    // What scrolls sideways can be reached and scrolled with the keyboard.
    const scrollers = "div.arithmatex, .md-typeset__scrollwrap, pre > code";
    const watcher = new ResizeObserver((entries) => {
      const wide = entries.map(({ target }) => target.scrollWidth > target.clientWidth);
      entries.forEach(({ target }, number) => {
        if (wide[number]) target.tabIndex = 0;
        else if (target.hasAttribute("tabindex")) target.removeAttribute("tabindex");
      });
    });

    const cure = () => {
      name(document.querySelector(".md-search"), "Search");
      watcher.disconnect();
      document
        .querySelectorAll(scrollers)
        .forEach((element) => watcher.observe(element));
    };

    if (window.document$) window.document$.subscribe(cure);
    else cure();

    // Material gives a block of code its buttons when it is seen.
    let blocks = 0;
    const label = (nav) => name(nav, `Code block ${++blocks}`);
    document.querySelectorAll(".md-code__nav").forEach(label);
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) if (node.className === "md-code__nav") label(node);
    }).observe(document.body, { childList: true, subtree: true });
  }

  // The style sheet has what is far below laid out late. When a reader begins to move, the
  // rest follows, some at a time, so that all stands where it will stay; and with the next
  // page, which comes without a reload, at once.
  {
    const root = document.documentElement;
    const late = document.querySelectorAll(
      ":is(.md-content__inner > *, .jp-CodeCell, .jp-MarkdownOutput > *, .doc-contents > *)",
    );
    const wait = window.requestIdleCallback ?? setTimeout;
    let next = 0;
    const settle = () => {
      for (const end = next + 4; next < end; next++)
        late[next]?.toggleAttribute("data-seen", true);
      if (next < late.length) wait(settle);
      else root.classList.add("settled");
    };
    let moved = false;
    const move = () => {
      if (!moved) wait(settle);
      moved = true;
    };
    for (const event of ["keydown", "pointerdown", "scroll"])
      addEventListener(event, move, { once: true, passive: true });
    window.document$?.subscribe(() => moved && root.classList.add("settled"));
  }

  // A typeface that came too late for the first page is not shown there, so that nothing
  // moves under a reader's eyes. It is there for the next page.
  {
    const brush = document.createElement("canvas").getContext("2d");
    const width = (font) => {
      brush.font = font;
      return brush.measureText("hamburgefons").width;
    };
    const late = ({ style }) => {
      if (style?.fontDisplay !== "optional") return false;
      const form = `${style.fontStyle || "normal"} ${style.fontWeight || 400} 20px`;
      return width(`${form} ${style.fontFamily}, monospace`) === width(`${form} monospace`);
    };

    let pages = 0;
    window.document$?.subscribe(() => {
      if (++pages !== 2) return;
      for (const sheet of document.styleSheets)
        for (const { cssText } of [...sheet.cssRules].filter(late))
          sheet.insertRule(cssText.replace("optional", "swap"), sheet.cssRules.length);
    });
  }
});
