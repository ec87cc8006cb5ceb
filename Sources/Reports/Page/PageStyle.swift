/// The page's style sheet: light and dark, screen and paper.
enum PageStyle {
  static let sheet = HTML.markup(
    """
    :root { color-scheme: light dark; --page: #ffffff; --text: #1b2026; --muted: #535f6a; --line: #d3dae0;
      --soft: #f4f7f9; --link: #0b5394; --mark: #fff0a8; --reported: #005f9e; --delegated: #6a3d9a;
      --not-found: #a83a00; --not-applicable: #67727c; --not-judged: #535f6a; --pattern: #1f5c46; --cell: 2.4rem; }
    @media (prefers-color-scheme: dark) {
      :root { --page: #14181d; --text: #e7ebef; --muted: #a9b5c0; --line: #3a4550; --soft: #1d232a; --link: #8cc4ff;
        --mark: #5c4d00; --reported: #6cb8f0; --delegated: #cfa5f5; --not-found: #ff9d6b; --not-applicable: #93a0ab;
        --not-judged: #a9b5c0; --pattern: #7fd1b0; }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; }
    body { margin: 0 auto; max-width: 74rem; padding: 1.5rem 1.25rem 4rem; background: var(--page);
      color: var(--text); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
    h1, h2, h3, h4 { line-height: 1.25; margin: 0; overflow-wrap: anywhere; }
    h1 { font-size: 1.8rem; margin: .1rem 0 1rem; }
    h2 { font-size: 1.4rem; margin-top: 3rem; padding-bottom: .35rem; border-bottom: 2px solid var(--line); }
    h3 { font-size: 1.1rem; margin-top: 2rem; }
    h4 { font-size: .95rem; margin-top: 1.1rem; }
    p { margin: .6rem 0; }
    p, li, dd { overflow-wrap: anywhere; }
    a { color: var(--link); text-underline-offset: .15em; }
    a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px;
      border-radius: 2px; }
    main:focus { outline: none; }
    code { font: .88em ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
    .skip { position: absolute; left: -99rem; }
    .skip:focus { left: 1rem; top: .5rem; padding: .5rem 1rem; background: var(--page); z-index: 9; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap; }
    .muted { color: var(--muted); }
    header > .key { margin: 0; color: var(--muted); font-weight: 600; letter-spacing: .02em; }
    dl { display: grid; gap: .15rem; margin: 0; }
    dl > div { display: grid; grid-template-columns: 12rem 1fr; gap: .75rem; }
    dt { color: var(--muted); }
    dd { margin: 0; }
    .caution { margin-top: 1.25rem; padding: .7rem 1rem; background: var(--soft); border-left: 4px solid var(--muted); }
    nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; margin: 1.25rem 0 0; padding: 0; list-style: none; }
    .questions { padding-left: 1.6rem; }
    .questions li { margin: .7rem 0; padding-left: .3rem; }
    .questions li::marker { font-weight: 700; color: var(--not-found); }
    .place { color: var(--muted); white-space: normal; }
    .icon { width: 1em; height: 1em; flex: none; vertical-align: -.12em; }
    .state, .badge { display: inline-flex; align-items: baseline; gap: .35em; font-weight: 600; }
    .state .icon, .badge .icon { align-self: center; }
    .reported { color: var(--reported); } .delegated { color: var(--delegated); }
    .not-found { color: var(--not-found); } .not-applicable { color: var(--not-applicable); }
    .not-judged { color: var(--not-judged); }
    .badge { color: var(--pattern); }
    .counts { display: flex; flex-wrap: wrap; gap: .3rem 1.8rem; margin: .5rem 0 1.5rem; padding: 0; list-style: none; }
    .counts > li > strong { font-size: 1.35rem; font-variant-numeric: tabular-nums; }
    .legend { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: .25rem 2rem;
      margin: 1rem 0; padding: .8rem 1rem; background: var(--soft); font-size: .9rem; }
    .legend ul { margin: 0; padding: 0; list-style: none; }
    .scroll { position: relative; overflow: auto; width: fit-content; max-width: 100%; max-height: 92vh;
      border: 1px solid var(--line); }
    .matrix { border-collapse: separate; border-spacing: 0; font-size: .92rem; }
    .matrix caption { text-align: left; padding: .6rem .8rem; color: var(--muted); position: sticky; left: 0; }
    .matrix th, .matrix td { padding: .22rem .6rem; text-align: left; vertical-align: middle; font-weight: 400;
      border-top: 1px solid var(--line); background: var(--page); }
    .matrix thead th { vertical-align: bottom; position: sticky; top: 0; z-index: 2;
      border-bottom: 2px solid var(--line); }
    .matrix th:first-child { position: sticky; left: 0; z-index: 1; min-width: 11rem;
      border-right: 1px solid var(--line); }
    .matrix thead th:first-child { z-index: 3; }
    .matrix .group th { font-weight: 700; background: var(--soft); border-right: 0; }
    .matrix td { display: table-cell; white-space: nowrap; }
    .matrix tr:hover > * { background: var(--soft); }
    .few td, .few thead th + th { min-width: 11rem; padding-left: 1rem; }
    .few { min-width: min(100%, 36rem); }
    .few td .icon { margin-right: .4em; }
    .few thead .words { display: grid; gap: .15rem; }
    .few thead a { font-weight: 700; }
    .many td, .crowd td { text-align: center; padding: .15rem 0; width: var(--cell); min-width: var(--cell); }
    .many thead th + th, .crowd thead th + th { padding: .5rem 0; text-align: center; }
    .crowd { --cell: 1.45rem; }
    .vertical { writing-mode: vertical-rl; transform: rotate(180deg); display: inline-block; max-height: 17rem;
      overflow: hidden; text-overflow: ellipsis; white-space: nowrap; margin-bottom: .3rem; line-height: 1.3; }
    .vertical small { color: var(--muted); }
    thead .icon { color: var(--pattern); display: block; margin: .15rem auto 0; }
    .few thead .icon { display: inline-block; margin: 0; }
    .items { margin: .5rem 0; padding: 0; list-style: none; }
    .items > li { padding: .55rem 0; border-bottom: 1px solid var(--line); }
    .item summary, .item > .summary { margin: 0; }
    .item .key { color: var(--muted); font-variant-numeric: tabular-nums; }
    summary { cursor: pointer; }
    details > :not(summary) { margin-left: 1.1rem; }
    .answers { margin: .4rem 0; padding: 0; list-style: none; }
    details > .answers { margin-left: 1.1rem; }
    .answers li { margin: .45rem 0; }
    .override { padding: .5rem .8rem; border: 2px solid var(--text); background: var(--soft); }
    .card { margin: 1.25rem 0; padding: 1rem 1.25rem 1.2rem; border: 1px solid var(--line); border-radius: .5rem; }
    .card h3 { margin: 0; font-size: 1.25rem; }
    .card:target { outline: 3px solid var(--link); }
    .badges { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; margin: .35rem 0; }
    .note { padding: .5rem .8rem; border-left: 4px solid var(--not-found); background: var(--soft); }
    ul.key { display: flex; flex-wrap: wrap; gap: .25rem 1.4rem; margin: .4rem 0; padding: 0; list-style: none; }
    blockquote { margin: .6rem 0; padding: .1rem 0 .1rem .9rem; border-left: 3px solid var(--line); }
    blockquote p { margin: .3rem 0; }
    mark { background: var(--mark); color: var(--text); padding: 0 .1em; font-weight: 600; }
    footer { margin-top: 3rem; border-top: 1px solid var(--line); }
    @media (max-width: 40rem) {
      body { padding: 1rem .9rem 3rem; }
      dl > div { grid-template-columns: 1fr; gap: 0; margin-bottom: .4rem; }
      .matrix th:first-child { min-width: 8rem; max-width: 9rem; }
      .few td, .few thead th + th { min-width: 8rem; padding-left: .6rem; }
      .card { padding: .8rem .9rem 1rem; }
    }
    @media print {
      :root { color-scheme: light; --page: #ffffff; --text: #000000; --muted: #3d464e; --line: #b5bec6; --soft: #ffffff;
        --link: #000000; --reported: #00497a; --delegated: #52287e; --not-found: #8a2f00; --not-applicable: #535f6a;
        --not-judged: #3d464e; --pattern: #14432f; --mark: #ffffff; }
      @page { margin: 16mm 14mm; }
      body { max-width: none; padding: 0; font-size: 9.5pt; }
      nav, .skip { display: none; }
      h2 { margin-top: 1.6rem; break-after: avoid; }
      h3, h4, summary { break-after: avoid; }
      a { text-decoration: none; }
      mark { text-decoration: underline; text-decoration-thickness: 2px; }
      .scroll { overflow: visible; max-height: none; border: 0; }
      .matrix { font-size: 8pt; }
      .matrix th, .matrix td, .matrix thead th, .matrix th:first-child { position: static; }
      .matrix tr, .answers li, blockquote, .questions li, .items > li { break-inside: avoid; }
      .matrix th:first-child { min-width: 8rem; }
      .crowd { --cell: .85rem; font-size: 7pt; }
      .card { border-color: #6b757e; }
      details::details-content { content-visibility: visible; block-size: auto; }
      summary { list-style: none; }
    }
    """)
}
