/// Character references of HTML: `&eacute;`, `&#7879;`, `&#x1EC7;`.
enum HTMLEntities {
  /// The scalar that a reference at an ampersand stands for, and the reference's length in bytes.
  ///
  /// `nil` where there is none: then the ampersand stands for itself. Of the named ones those of letters,
  /// punctuation and HTML 4 are known.
  ///
  /// - Parameter inAttribute: whether a name without a semicolon before a letter, digit or `=` is left alone, as in
  ///   `?a=1&copy=2`.
  static func reference(
    _ source: Span<UInt8>, at start: Int, before end: Int, inAttribute: Bool
  ) -> (scalar: UInt32, length: Int)? {
    guard start + 1 < end else { return nil }
    if source[start + 1] == 0x23 { return number(source, at: start, before: end) }
    var i = start + 1
    var packed: UInt128 = 0
    var found: (scalar: UInt32, length: Int)?
    while i < end, i - start <= longestName, isNameByte(source[i]) {
      packed = packed << 8 | UInt128(source[i])
      i += 1
      guard let value = names[packed] else { continue }
      if i < end, source[i] == 0x3B { return (value.scalar, i + 1 - start) }
      if value.isComplete { found = (value.scalar, i - start) }
    }
    guard let found, inAttribute, start + found.length < end else { return found }
    let next = source[start + found.length]
    return next == 0x3D || isNameByte(next) ? nil : found
  }

  private static func number(
    _ source: Span<UInt8>, at start: Int, before end: Int
  ) -> (scalar: UInt32, length: Int)? {
    var i = start + 2
    let isHex = i < end && source[i] | 0x20 == 0x78
    if isHex { i += 1 }
    let first = i
    var value: UInt32 = 0
    while i < end {
      let byte = source[i]
      let digit: UInt32
      if byte &- 0x30 < 10 {
        digit = UInt32(byte) - 0x30
      } else if isHex, (byte | 0x20) &- 0x61 < 6 {
        digit = UInt32(byte | 0x20) - 0x61 + 10
      } else {
        break
      }
      value = min(value * (isHex ? 16 : 10) + digit, 0x110000)
      i += 1
    }
    guard i > first else { return nil }
    let length = (i < end && source[i] == 0x3B ? i + 1 : i) - start
    return (scalar(of: value), length)
  }

  /// What a number stands for: windows-1252 between 80 and 9F, U+FFFD where there is no such scalar.
  private static func scalar(of value: UInt32) -> UInt32 {
    if value &- 0x80 < 0x20 { return UInt32(windows1252[Int(value - 0x80)]) }
    if value == 0 || value > 0x10FFFF || value & 0x1F_F800 == 0xD800 { return 0xFFFD }
    return value
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  private static let windows1252: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D,
    0x17D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153,
    0x9D,
    0x17E, 0x178,
  ]

  private static let longestName = 16

  /// Scalar by name, the name's bytes packed into a number; complete are those that need no semicolon.
  private static let names: [UInt128: (scalar: UInt32, isComplete: Bool)] = {
    var names: [UInt128: (scalar: UInt32, isComplete: Bool)] = [:]
    for entry in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let name = entry.prefix { $0 != ":" && $0 != "!" }
      let scalar = UInt32(entry.dropFirst(name.count + 1), radix: 16) ?? 0xFFFD
      names[name.utf8.reduce(0) { $0 << 8 | UInt128($1) }] = (
        scalar, entry.dropFirst(name.count).first == "!"
      )
    }
    return names
  }()

  /// Name, a colon (an exclamation mark where the semicolon may lack), scalar in hexadecimal.
  private static let list = """
    AElig!c6 AMP!26 Aacute!c1 Abreve:102 Acirc!c2 Acy:410 Agrave!c0 Alpha:391 Amacr:100 Aogon:104
    ApplyFunction:2061 Aring!c5 Atilde!c3 Auml!c4 Bcy:411 Beta:392 Breve:2d8 CHcy:427 COPY!a9 Cacute:106
    Ccaron:10c Ccedil!c7 Ccirc:108 Cdot:10a Cedilla:b8 CenterDot:b7 Chi:3a7 CloseCurlyQuote:2019 DJcy:402
    DScy:405 DZcy:40f Dagger:2021 Dcaron:10e Dcy:414 Delta:394 DiacriticalAcute:b4 DiacriticalDot:2d9
    DiacriticalGrave:60 DiacriticalTilde:2dc Dot:a8 DoubleDot:a8 DownBreve:311 Dstrok:110 ENG:14a ETH!d0
    Eacute!c9 Ecaron:11a Ecirc!ca Ecy:42d Edot:116 Egrave!c8 Emacr:112 Eogon:118 Epsilon:395 Eta:397 Euml!cb
    Fcy:424 GJcy:403 GT!3e Gamma:393 Gammad:3dc Gbreve:11e Gcedil:122 Gcirc:11c Gcy:413 Gdot:120 HARDcy:42a
    Hacek:2c7 Hat:5e Hcirc:124 Hstrok:126 IEcy:415 IJlig:132 IOcy:401 Iacute!cd Icirc!ce Icy:418 Idot:130
    Igrave!cc Imacr:12a InvisibleComma:2063 InvisibleTimes:2062 Iogon:12e Iota:399 Itilde:128 Iukcy:406
    Iuml!cf Jcirc:134 Jcy:419 Jsercy:408 Jukcy:404 KHcy:425 KJcy:40c Kappa:39a Kcedil:136 Kcy:41a LJcy:409
    LT!3c Lacute:139 Lambda:39b Lcaron:13d Lcedil:13b Lcy:41b Lmidot:13f Lstrok:141 Mcy:41c MediumSpace:205f
    Mu:39c NJcy:40a Nacute:143 Ncaron:147 Ncedil:145 Ncy:41d NewLine:a NoBreak:2060 NonBreakingSpace:a0
    Ntilde!d1 Nu:39d OElig:152 Oacute!d3 Ocirc!d4 Ocy:41e Odblac:150 Ograve!d2 Omacr:14c Omega:3a9 Omicron:39f
    OpenCurlyQuote:2018 Oslash!d8 Otilde!d5 Ouml!d6 OverBar:203e Pcy:41f Phi:3a6 Pi:3a0 PlusMinus:b1
    Prime:2033 Psi:3a8 QUOT!22 REG!ae Racute:154 Rcaron:158 Rcedil:156 Rcy:420 Rho:3a1 SHCHcy:429 SHcy:428
    SOFTcy:42c Sacute:15a Scaron:160 Scedil:15e Scirc:15c Scy:421 Sigma:3a3 THORN!de TRADE:2122 TSHcy:40b
    TScy:426 Tab:9 Tau:3a4 Tcaron:164 Tcedil:162 Tcy:422 Theta:398 ThinSpace:2009 Tstrok:166 Uacute!da
    Ubrcy:40e Ubreve:16c Ucirc!db Ucy:423 Udblac:170 Ugrave!d9 Umacr:16a UnderBar:5f Uogon:172 Upsi:3d2
    Upsilon:3a5 Uring:16e Utilde:168 Uuml!dc Vcy:412 Verbar:2016 Vert:2016 VerticalLine:7c VeryThinSpace:200a
    Wcirc:174 Xi:39e YAcy:42f YIcy:407 YUcy:42e Yacute!dd Ycirc:176 Ycy:42b Yuml:178 ZHcy:416 Zacute:179
    Zcaron:17d Zcy:417 Zdot:17b ZeroWidthSpace:200b Zeta:396 aacute!e1 abreve:103 acirc!e2 acute!b4 acy:430
    aelig!e6 af:2061 agrave!e0 alefsym:2135 alpha:3b1 amacr:101 amp!26 and:2227 ang:2220 angst:c5 aogon:105
    apos:27 aring!e5 ast:2a asymp:2248 atilde!e3 auml!e4 backepsilon:3f6 backprime:2035 bcy:431 bdquo:201e
    bepsi:3f6 beta:3b2 bprime:2035 breve:2d8 brvbar!a6 bsemi:204f bsol:5c bull:2022 bullet:2022 cacute:107
    cap:2229 caret:2041 caron:2c7 ccaron:10d ccedil!e7 ccirc:109 cdot:10b cedil!b8 cent!a2 centerdot:b7
    chcy:447 chi:3c7 circ:2c6 circledR:ae clubs:2663 colon:3a comma:2c commat:40 cong:2245 copy!a9 crarr:21b5
    cup:222a curren!a4 dArr:21d3 dagger:2020 darr:2193 dash:2010 dblac:2dd dcaron:10f dcy:434 ddagger:2021
    deg!b0 delta:3b4 diams:2666 die:a8 digamma:3dd div:f7 divide!f7 djcy:452 dollar:24 dot:2d9 dscy:455
    dstrok:111 dzcy:45f eacute!e9 ecaron:11b ecirc!ea ecy:44d edot:117 egrave!e8 emacr:113 empty:2205
    emsp:2003 emsp13:2004 emsp14:2005 eng:14b ensp:2002 eogon:119 epsi:3b5 epsilon:3b5 epsiv:3f5 equals:3d
    equiv:2261 eta:3b7 eth!f0 euml!eb euro:20ac excl:21 exist:2203 fcy:444 fnof:192 forall:2200 frac12!bd
    frac14!bc frac34!be frasl:2044 gacute:1f5 gamma:3b3 gammad:3dd gbreve:11f gcirc:11d gcy:433 gdot:121
    ge:2265 gjcy:453 grave:60 gt!3e hArr:21d4 hairsp:200a half:bd hardcy:44a harr:2194 hcirc:125 hearts:2665
    hellip:2026 horbar:2015 hstrok:127 hybull:2043 hyphen:2010 iacute!ed ic:2063 icirc!ee icy:438 iecy:435
    iexcl!a1 igrave!ec ijlig:133 imacr:12b image:2111 imath:131 imped:1b5 infin:221e inodot:131 int:222b
    iocy:451 iogon:12f iota:3b9 iquest!bf isin:2208 it:2062 itilde:129 iukcy:456 iuml!ef jcirc:135 jcy:439
    jmath:237 jsercy:458 jukcy:454 kappa:3ba kappav:3f0 kcedil:137 kcy:43a kgreen:138 khcy:445 kjcy:45c
    lArr:21d0 lacute:13a lambda:3bb lang:27e8 laquo!ab larr:2190 lbrace:7b lbrack:5b lcaron:13e lcedil:13c
    lceil:2308 lcub:7b lcy:43b ldquo:201c ldquor:201e le:2264 lfloor:230a ljcy:459 lmidot:140 lowast:2217
    lowbar:5f loz:25ca lpar:28 lrm:200e lsaquo:2039 lsqb:5b lsquo:2018 lsquor:201a lstrok:142 lt!3c macr!af
    mcy:43c mdash:2014 micro!b5 midast:2a middot!b7 minus:2212 mldr:2026 mu:3bc nabla:2207 nacute:144
    napos:149 nbsp!a0 ncaron:148 ncedil:146 ncy:43d ndash:2013 ne:2260 ni:220b njcy:45a nldr:2025 not!ac
    notin:2209 nsub:2284 ntilde!f1 nu:3bd num:23 numero:2116 numsp:2007 oacute!f3 ocirc!f4 ocy:43e odblac:151
    oelig:153 ogon:2db ograve!f2 ohm:3a9 oline:203e omacr:14d omega:3c9 omicron:3bf oplus:2295 or:2228 ordf!aa
    ordm!ba oslash!f8 otilde!f5 otimes:2297 ouml!f6 para!b6 part:2202 pcy:43f percnt:25 period:2e permil:2030
    perp:22a5 pertenk:2031 phi:3c6 phiv:3d5 pi:3c0 piv:3d6 plus:2b plusmn!b1 pm:b1 pound!a3 prime:2032
    prod:220f prop:221d psi:3c8 puncsp:2008 qprime:2057 quest:3f quot!22 rArr:21d2 racute:155 radic:221a
    rang:27e9 raquo!bb rarr:2192 rbrace:7d rbrack:5d rcaron:159 rcedil:157 rceil:2309 rcub:7d rcy:440
    rdquo:201d rdquor:201d real:211c reg!ae rfloor:230b rho:3c1 rhov:3f1 ring:2da rlm:200f rpar:29 rsaquo:203a
    rsqb:5d rsquo:2019 rsquor:2019 sacute:15b sbquo:201a scaron:161 scedil:15f scirc:15d scy:441 sdot:22c5
    sect!a7 semi:3b shchcy:449 shcy:448 shy!ad sigma:3c3 sigmaf:3c2 sigmav:3c2 sim:223c softcy:44c sol:2f
    spades:2660 straightepsilon:3f5 straightphi:3d5 strns:af sub:2282 sube:2286 sum:2211 sup:2283 sup1!b9
    sup2!b2 sup3!b3 supe:2287 szlig!df tau:3c4 tcaron:165 tcedil:163 tcy:442 there4:2234 theta:3b8
    thetasym:3d1 thetav:3d1 thinsp:2009 thorn!fe tilde:2dc times!d7 tprime:2034 trade:2122 tscy:446 tshcy:45b
    tstrok:167 uArr:21d1 uacute!fa uarr:2191 ubrcy:45e ubreve:16d ucirc!fb ucy:443 udblac:171 ugrave!f9
    umacr:16b uml!a8 uogon:173 upsi:3c5 upsih:3d2 upsilon:3c5 uring:16f utilde:169 uuml!fc varepsilon:3f5
    varkappa:3f0 varphi:3d5 varpi:3d6 varrho:3f1 varsigma:3c2 vartheta:3d1 vcy:432 verbar:7c vert:7c wcirc:175
    weierp:2118 xi:3be yacute!fd yacy:44f ycirc:177 ycy:44b yen!a5 yicy:457 yucy:44e yuml!ff zacute:17a
    zcaron:17e zcy:437 zdot:17c zeta:3b6 zhcy:436 zwj:200d zwnj:200c
    """
}
