// Small cures for readers of the keyboard and of screen readers, after every navigation.
{
  const name = (element, label) => {
    if (element && !element.getAttribute("aria-label"))
      element.setAttribute("aria-label", label);
  };

  // What scrolls sideways can be reached and scrolled with the keyboard.
  const scrollers = ".arithmatex, .md-typeset__scrollwrap, .highlight code, pre";
  const watcher = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth + 1) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });

  const cure = () => {
    name(document.querySelector(".md-search"), "Search");
    document
      .querySelectorAll(".md-code__nav")
      .forEach((nav, number) => name(nav, `Code block ${number + 1}`));
    watcher.disconnect();
    document
      .querySelectorAll(".md-content :is(" + scrollers + ")")
      .forEach((element) => watcher.observe(element));
  };

  if (window.document$) window.document$.subscribe(cure);
  else cure();
}
