// Small cures for readers of the keyboard and of screen readers, after every navigation.
{
  const name = (element, label) => {
    if (element && !element.getAttribute("aria-label"))
      element.setAttribute("aria-label", label);
  };

  // What scrolls sideways can be reached and scrolled with the keyboard.
  const scrollers = "div.arithmatex, .md-typeset__scrollwrap, pre > code";
  const watcher = new ResizeObserver((entries) => {
    const wide = entries.map(({ target }) => target.scrollWidth > target.clientWidth + 1);
    entries.forEach(({ target }, number) => {
      if (wide[number]) target.tabIndex = 0;
      else if (target.hasAttribute("tabindex")) target.removeAttribute("tabindex");
    });
  });

  const cure = () => {
    name(document.querySelector(".md-search"), "Search");
    document
      .querySelectorAll(".md-code__nav")
      .forEach((nav, number) => name(nav, `Code block ${number + 1}`));
    watcher.disconnect();
    document
      .querySelectorAll(scrollers)
      .forEach((element) => watcher.observe(element));
  };

  if (window.document$) window.document$.subscribe(cure);
  else cure();
}
