/// The elements of HTML that are told apart; all others are `other`.
public enum HTMLElement: UInt8, Sendable, CaseIterable {
  case other
  case html, head, body, title, meta, link, base, script, style, noscript, template, svg, math
  case iframe, object, embed, video, audio, source, track, canvas, picture, img, map, area
  case figure, figcaption, nav, header, footer, main, article, section, aside, hgroup, search
  case div, p, h1, h2, h3, h4, h5, h6, ul, ol, li, menu, dl, dt, dd, pre, blockquote, address, center
  case details, summary, dialog, hr, br, wbr
  case table, caption, colgroup, col, thead, tbody, tfoot, tr, td, th
  case form, fieldset, legend, label, input, button, select, option, optgroup, textarea, output
  case a, abbr, b, bdi, bdo, big, cite, code, data, del, dfn, em, font, i, ins, kbd, mark, q, s, samp
  case small, span, strike, strong, sub, sup, time, tt, u
  case xmp, noembed, noframes, param

  /// The element of a name as it stands in a source, in any case.
  init(_ source: Span<UInt8>, _ name: Range<Int>) {
    var packed: UInt128 = 0
    guard name.count <= 16 else {
      self = .other
      return
    }
    for i in name {
      let byte = source[i]
      packed = packed << 8 | UInt128(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    self = HTMLElement.byName[packed] ?? .other
  }

  private static let byName: [UInt128: HTMLElement] = {
    var table: [UInt128: HTMLElement] = [:]
    for element in allCases where element != .other {
      table[String(describing: element).utf8.reduce(0) { $0 << 8 | UInt128($1) }] = element
    }
    return table
  }()
}

extension HTMLElement {
  /// Has no content and no end tag.
  var isVoid: Bool {
    switch self {
    case .area, .base, .br, .col, .embed, .hr, .img, .input, .link, .meta, .param, .source, .track, .wbr: true
    default: false
    }
  }

  /// Its content is no mark-up: it ends at its own end tag only.
  var isRawText: Bool {
    switch self {
    case .script, .style, .title, .textarea, .xmp, .iframe, .noembed, .noframes, .noscript: true
    default: false
    }
  }

  /// Its content is never seen as text of the page.
  public var isSilent: Bool {
    switch self {
    case .script, .style, .noscript, .template, .svg, .math, .head, .title, .iframe, .object, .video, .audio,
      .canvas, .select, .option, .optgroup, .textarea, .button, .noembed, .noframes, .input, .map:
      true
    default: false
    }
  }

  /// Stands within a line of text.
  public var isInline: Bool {
    switch self {
    case .a, .abbr, .b, .bdi, .bdo, .big, .cite, .code, .data, .del, .dfn, .em, .font, .i, .ins, .kbd, .label,
      .mark, .q, .s, .samp, .small, .span, .strike, .strong, .sub, .sup, .time, .tt, .u, .wbr, .img, .picture,
      .source, .output, .other, .meta, .link, .script, .style, .noscript, .template, .input, .param, .button:
      true
    default: false
    }
  }

  /// Ends an open paragraph when it begins.
  var closesParagraph: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .center, .details, .dialog, .div, .dl, .fieldset,
      .figcaption,
      .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .main, .menu, .nav, .ol,
      .p,
      .pre, .search, .section, .table, .ul, .li, .dt, .dd, .summary:
      true
    default: false
    }
  }

  public var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  /// May stand in the head of a page.
  var belongsInHead: Bool {
    switch self {
    case .title, .meta, .link, .base, .script, .style, .noscript, .template: true
    default: false
    }
  }
}
