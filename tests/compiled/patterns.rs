//! What is printed for the patterns of our own list.
// @generated
#![cfg_attr(rustfmt, rustfmt_skip)]

pub(crate) type Matcher = fn(&str) -> bool;
pub(crate) const MATCHERS: &[(&str, Matcher)] = &[
    ("^https://", pattern_0),
    ("^[6-9][0-9]{9}$", pattern_1),
    ("^[A-Z]{5}[0-9]{4}[A-Z]$", pattern_2),
    ("^[2-9][0-9]{11}$", pattern_3),
    ("^[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z]Z[0-9A-Z]$", pattern_4),
    ("^[A-Z]{4}0[A-Z0-9]{6}$", pattern_5),
    ("^(0[1-9]|[12][0-9]|3[01])\\/(0[1-9]|1[012])\\/[0-9]{4}$", pattern_6),
    ("^\\d{2}\\/\\d{2}\\/\\d{4}$", pattern_7),
    ("^[1-9][0-9]{5}$", pattern_8),
    ("^[0-9]{6}$", pattern_9),
    ("^(true|false)$", pattern_10),
    ("^(Y|N|y|n)$", pattern_11),
    ("^[YyNn]$", pattern_12),
    ("^$", pattern_13),
    (".*", pattern_14),
    (".+", pattern_15),
    (".", pattern_16),
    ("^.*$", pattern_17),
    ("^.+$", pattern_18),
    ("^.{1,10}$", pattern_19),
    ("^.{0,255}$", pattern_20),
    ("^.{3}$", pattern_21),
    ("^[\\s\\S]*$", pattern_22),
    ("^[\\s\\S]+$", pattern_23),
    ("^[\\s\\S]{1,20}$", pattern_24),
    ("^(.|\\n)*$", pattern_25),
    ("^(.|\\r|\\n)+$", pattern_26),
    ("[\\s\\S]", pattern_27),
    ("\\S", pattern_28),
    ("\\s", pattern_29),
    ("\\d", pattern_30),
    ("\\D", pattern_31),
    ("\\w", pattern_32),
    ("\\W", pattern_33),
    ("^\\S+$", pattern_34),
    ("^\\S*$", pattern_35),
    ("^\\s*$", pattern_36),
    ("^\\S{1,64}$", pattern_37),
    ("^\\s*\\S+\\s*$", pattern_38),
    ("^\\s*\\S[\\s\\S]*$", pattern_39),
    ("^[^\\s]+$", pattern_40),
    ("^[^\\s].*[^\\s]$", pattern_41),
    ("^\\S(.*\\S)?$", pattern_42),
    ("^\\w+$", pattern_43),
    ("^\\w{1,32}$", pattern_44),
    ("^\\W+$", pattern_45),
    ("^\\D{2}$", pattern_46),
    ("^\\d+$", pattern_47),
    ("^\\d*$", pattern_48),
    ("^\\d{1,3}$", pattern_49),
    ("^\\d{4}-\\d{2}-\\d{2}$", pattern_50),
    ("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$", pattern_51),
    ("^([01]\\d|2[0-3]):[0-5]\\d$", pattern_52),
    ("^([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?$", pattern_53),
    ("^(-)?P(\\d+Y)?(\\d+M)?(\\d+D)?(T(\\d+H)?(\\d+M)?(\\d+S)?)?$", pattern_54),
    ("^[a-z]+$", pattern_55),
    ("^[A-Z]+$", pattern_56),
    ("^[a-zA-Z]+$", pattern_57),
    ("^[a-zA-Z0-9]+$", pattern_58),
    ("^[a-zA-Z0-9_]+$", pattern_59),
    ("^[a-zA-Z0-9_-]+$", pattern_60),
    ("^[a-zA-Z0-9._-]{1,128}$", pattern_61),
    ("^[a-z][a-z0-9]*$", pattern_62),
    ("^[a-z][a-z0-9_]*$", pattern_63),
    ("^[a-z][a-zA-Z0-9]*$", pattern_64),
    ("^[A-Z][a-zA-Z0-9]*$", pattern_65),
    ("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", pattern_66),
    ("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$", pattern_67),
    ("^[a-z0-9]+(-[a-z0-9]+)*$", pattern_68),
    ("^[a-z0-9]+(?:-[a-z0-9]+)*$", pattern_69),
    ("^[a-z]([-a-z0-9]*[a-z0-9])?(\\.[a-z]([-a-z0-9]*[a-z0-9])?)*$", pattern_70),
    ("^[A-Z_][A-Z0-9_]*$", pattern_71),
    ("^[a-f0-9]{32}$", pattern_72),
    ("^[a-f0-9]{40}$", pattern_73),
    ("^[A-Fa-f0-9]{64}$", pattern_74),
    ("^0x[0-9a-fA-F]+$", pattern_75),
    ("^0x[0-9a-fA-F]{40}$", pattern_76),
    ("^#[0-9a-fA-F]{6}$", pattern_77),
    ("^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$", pattern_78),
    ("^#?[0-9a-f]{6}$", pattern_79),
    ("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$", pattern_80),
    ("^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$", pattern_81),
    ("^urn:uuid:[0-9a-f-]{36}$", pattern_82),
    ("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}", pattern_83),
    ("^([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}$", pattern_84),
    ("^([0-9A-Fa-f]{2}[:-]){5}([0-9A-Fa-f]{2})$", pattern_85),
    ("^(([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])\\.){3}([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])$", pattern_86),
    ("^(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}$", pattern_87),
    ("^\\d{1,3}(\\.\\d{1,3}){3}$", pattern_88),
    ("^\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}$", pattern_89),
    ("^([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}$", pattern_90),
    ("^[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\\.[a-zA-Z]{2,}$", pattern_91),
    ("^[^@]+@[^@]+$", pattern_92),
    ("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", pattern_93),
    ("^\\S+@\\S+\\.\\S+$", pattern_94),
    (".+@.+\\..+", pattern_95),
    ("^.+@.+$", pattern_96),
    ("@example\\.com$", pattern_97),
    ("^mailto:", pattern_98),
    ("^https?://", pattern_99),
    ("^https?://.+", pattern_100),
    ("^https?:\\/\\/[^\\s/$.?#].[^\\s]*$", pattern_101),
    ("^(http|https|ftp)://", pattern_102),
    ("^(https?|wss?)://[a-z0-9.-]+(:\\d{1,5})?(/.*)?$", pattern_103),
    ("^/", pattern_104),
    ("^/.*", pattern_105),
    ("^\\/[a-z]+(\\/[a-z]+)*$", pattern_106),
    ("/$", pattern_107),
    ("^/v[0-9]+/", pattern_108),
    ("\\.json$", pattern_109),
    ("\\.(json|ya?ml)$", pattern_110),
    ("^[^/]+$", pattern_111),
    ("^[^/]+/[^/]+$", pattern_112),
    ("^[^/]*/[^/]*/[^/]*$", pattern_113),
    ("^([^/]+/)*[^/]+$", pattern_114),
    ("^[^\\\\/:*?\"<>|]+$", pattern_115),
    ("^[^<>]*$", pattern_116),
    ("^[^\"'`]*$", pattern_117),
    ("^[^,]+(,[^,]+)*$", pattern_118),
    ("^[^\\x00-\\x1F]+$", pattern_119),
    ("^[\\x20-\\x7E]+$", pattern_120),
    ("^[\\x21-\\x7e]{1,50}$", pattern_121),
    ("^[\\u0020-\\u007E]*$", pattern_122),
    ("^[\\u0009\\u000A\\u000D\\u0020-\\uD7FF\\uE000-\\uFFFD]*$", pattern_123),
    ("^[ -~]{8,64}$", pattern_124),
    ("^[!-~]+$", pattern_125),
    ("[^\\u0000-\\u007F]", pattern_126),
    ("^[\\u4e00-\\u9fa5]+$", pattern_127),
    ("^[\\u0400-\\u04FF ]+$", pattern_128),
    ("^[à-öø-ÿ]+$", pattern_129),
    ("^é+$", pattern_130),
    ("^[éa]{2}$", pattern_131),
    ("é", pattern_132),
    ("ß$", pattern_133),
    ("^日本", pattern_134),
    ("^\\u{1F432}*$", pattern_135),
    ("^\\uD83D\\uDC32*$", pattern_136),
    ("^🐲+$", pattern_137),
    ("[🐉-🐲]", pattern_138),
    ("^[^🐲]$", pattern_139),
    ("^.🐲.$", pattern_140),
    ("\\u{1F600}|\\u2603", pattern_141),
    ("^\\x41\\u0042\\cJ$", pattern_142),
    ("^\\t$", pattern_143),
    ("^\\n$", pattern_144),
    ("^[\\t\\n\\v\\f\\r]+$", pattern_145),
    ("\\0", pattern_146),
    ("^[\\0-\\x08]$", pattern_147),
    ("^\\cA\\cb$", pattern_148),
    ("^[\\b]$", pattern_149),
    ("^a\\bb$", pattern_150),
    ("\\bfoo\\b", pattern_151),
    ("^\\bfoo", pattern_152),
    ("foo\\b", pattern_153),
    ("\\Bfoo", pattern_154),
    ("foo\\B", pattern_155),
    ("\\b\\d{4}\\b", pattern_156),
    ("^\\w+\\b.\\b\\w+$", pattern_157),
    ("^\\B$", pattern_158),
    ("^\\b$", pattern_159),
    ("^(\\b\\w+\\b\\s?)+$", pattern_160),
    ("a", pattern_161),
    ("abc", pattern_162),
    ("^abc", pattern_163),
    ("abc$", pattern_164),
    ("^abc$", pattern_165),
    ("a|b", pattern_166),
    ("a|b|c|d|e", pattern_167),
    ("^a|b$", pattern_168),
    ("^a$|^b$", pattern_169),
    ("^(a|b)$", pattern_170),
    ("^(?:a|b|c)$", pattern_171),
    ("^(GET|POST|PUT|DELETE)$", pattern_172),
    ("^(asc|desc)$", pattern_173),
    ("^(ASC|DESC|asc|desc)?$", pattern_174),
    ("^-?(name|date|size)$", pattern_175),
    ("^(\\+|-)?[a-z]+$", pattern_176),
    ("^[+-]?\\d+$", pattern_177),
    ("^[+-]?\\d+(\\.\\d+)?$", pattern_178),
    ("^-?(0|[1-9]\\d*)$", pattern_179),
    ("^-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?$", pattern_180),
    ("^\\d+\\.\\d{2}$", pattern_181),
    ("^\\d{1,10}(\\.\\d{1,4})?$", pattern_182),
    ("^\\$?\\d{1,3}(,\\d{3})*(\\.\\d{2})?$", pattern_183),
    ("^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)$", pattern_184),
    ("^v?\\d+\\.\\d+\\.\\d+$", pattern_185),
    ("^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(?:-((?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\\.(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\\+([0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*))?$", pattern_186),
    ("^\\+[1-9]\\d{1,14}$", pattern_187),
    ("^\\+?[0-9]{7,15}$", pattern_188),
    ("^(\\+91)?[6-9]\\d{9}$", pattern_189),
    ("^\\+?1?[-. ]?\\(?\\d{3}\\)?[-. ]?\\d{3}[-. ]?\\d{4}$", pattern_190),
    ("^[0-9+() -]{6,20}$", pattern_191),
    ("^[A-Z]{2}$", pattern_192),
    ("^[A-Z]{3}$", pattern_193),
    ("^[a-z]{2}$", pattern_194),
    ("^[a-z]{2}(-[A-Z]{2})?$", pattern_195),
    ("^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$", pattern_196),
    ("^[a-z]{2}-[A-Z]{2}$", pattern_197),
    ("^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$", pattern_198),
    ("^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$", pattern_199),
    ("^[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}$", pattern_200),
    ("^\\d{5}(-\\d{4})?$", pattern_201),
    ("^\\d{5}$|^\\d{5}-\\d{4}$", pattern_202),
    ("^[ABCEGHJKLMNPRSTVXY]\\d[A-Z] ?\\d[A-Z]\\d$", pattern_203),
    ("^(4\\d{12}(\\d{3})?|5[1-5]\\d{14}|3[47]\\d{13})$", pattern_204),
    ("^\\d{3}-\\d{2}-\\d{4}$", pattern_205),
    ("^(?!000|666)[0-8]\\d{2}-(?!00)\\d{2}-(?!0000)\\d{4}$", pattern_206),
    ("^\\d{13,19}$", pattern_207),
    ("^[A-HJ-NPR-Z0-9]{17}$", pattern_208),
    ("^97[89]\\d{10}$", pattern_209),
    ("^\\d{9}[\\dX]$", pattern_210),
    ("^(?=.*[A-Z])(?=.*[a-z])(?=.*\\d).{8,}$", pattern_211),
    ("^(?=.*\\d)(?=.*[a-z]).{4,8}$", pattern_212),
    ("^(?!\\s*$).+", pattern_213),
    ("^(?! )[a-z ]+(?<! )$", pattern_214),
    ("^(?!.*\\.\\.)[a-z.]+$", pattern_215),
    ("^(?!aws:)[a-z:]+$", pattern_216),
    ("^(?!-)[a-z-]+(?<!-)$", pattern_217),
    ("^(?:(?!ab).)*$", pattern_218),
    ("^((?!foo).)*$", pattern_219),
    ("^(?=foo)", pattern_220),
    ("(?=foo)", pattern_221),
    ("(?!foo)", pattern_222),
    ("^(?!foo$)", pattern_223),
    ("foo(?=bar)", pattern_224),
    ("foo(?!bar)", pattern_225),
    ("(?<=foo)bar", pattern_226),
    ("(?<!foo)bar", pattern_227),
    ("(?<=^a)b", pattern_228),
    ("(?<=[^a])b", pattern_229),
    ("(?<=\\d{2})x", pattern_230),
    ("(?<!\\w)@\\w+", pattern_231),
    ("^(?=a*$)(?=(?:aa)*$)", pattern_232),
    ("^(?=[a-f]+$)(?!.*ab).*c", pattern_233),
    ("(?=a)b", pattern_234),
    ("(?=\\d)\\w{3}", pattern_235),
    ("(?:(?=a)|(?=b)b)\\w$", pattern_236),
    ("^(?:a(?=b)|b(?!b))+$", pattern_237),
    ("^(?=.{3,5}$)[a-z]+(?:-[a-z]+)?$", pattern_238),
    ("(?!^[0-9]+$)^[a-z0-9]+$", pattern_239),
    ("(?=a$)", pattern_240),
    ("(?!a$)a", pattern_241),
    ("(?=\\ba)", pattern_242),
    ("x(?=\\b)", pattern_243),
    ("(?=^)a", pattern_244),
    ("b(?=^)", pattern_245),
    ("a?", pattern_246),
    ("a*", pattern_247),
    ("a+", pattern_248),
    ("a??", pattern_249),
    ("a+?b", pattern_250),
    ("a{0}", pattern_251),
    ("a{0}b", pattern_252),
    ("a{0,0}", pattern_253),
    ("^a{0}$", pattern_254),
    ("^a{0,}$", pattern_255),
    ("^a{2}$", pattern_256),
    ("^a{2,}$", pattern_257),
    ("^a{2,4}$", pattern_258),
    ("^a{2,4}?$", pattern_259),
    ("^(a{2}){3}$", pattern_260),
    ("^(ab){2,3}$", pattern_261),
    ("^(ab)*$", pattern_262),
    ("^(ab)+c$", pattern_263),
    ("^(a|ab)(c|bcd)$", pattern_264),
    ("^(a*)*$", pattern_265),
    ("^(a*)+b$", pattern_266),
    ("^(a+)+$", pattern_267),
    ("^(a|a)*$", pattern_268),
    ("^(a|b|ab)*c$", pattern_269),
    ("^(?:)$", pattern_270),
    ("()", pattern_271),
    ("(|a)", pattern_272),
    ("^(|a)$", pattern_273),
    ("^(a|)b$", pattern_274),
    ("^((a)|(b))*$", pattern_275),
    ("^(((a)))$", pattern_276),
    ("^(?<year>\\d{4})-(?<month>\\d{2})$", pattern_277),
    ("(?:a)(?:b)", pattern_278),
    ("x*", pattern_279),
    ("^x*$", pattern_280),
    ("^x*y*$", pattern_281),
    ("^[xy]*z?$", pattern_282),
    ("^x?y?z?$", pattern_283),
    ("^x?x?x?xxx$", pattern_284),
    ("^x+xy$", pattern_285),
    ("^[a-c]*[b-d]$", pattern_286),
    ("^[a-c]*[d-f]+[g-i]?$", pattern_287),
    ("^[a-z]*z$", pattern_288),
    ("^[a-z]{1,3}[a-z]{2,4}$", pattern_289),
    ("^[a-z]{2}[a-z]*$", pattern_290),
    ("[a-z]{2,3}", pattern_291),
    ("[0-9]{4}$", pattern_292),
    ("^[0-9]{4}", pattern_293),
    ("[A-Z]+[0-9]+", pattern_294),
    ("[a-z]+", pattern_295),
    ("[a-z]*", pattern_296),
    ("^[a-z]*", pattern_297),
    ("[a-z]*$", pattern_298),
    ("[a-z]+$", pattern_299),
    ("[a-z]", pattern_300),
    ("[^a-z]", pattern_301),
    ("^[^a-z]$", pattern_302),
    ("[]", pattern_303),
    ("[^]", pattern_304),
    ("^[^]$", pattern_305),
    ("^[^]+$", pattern_306),
    ("a[]", pattern_307),
    ("[]|a", pattern_308),
    ("a^", pattern_309),
    ("$a", pattern_310),
    ("^^a$$", pattern_311),
    ("a$b", pattern_312),
    ("^a.c$", pattern_313),
    ("^a\\.c$", pattern_314),
    ("^.a.$", pattern_315),
    ("^..$", pattern_316),
    ("a.b", pattern_317),
    ("a[^b]c", pattern_318),
    ("^[.]$", pattern_319),
    ("^[-a]$", pattern_320),
    ("^[a-]$", pattern_321),
    ("^[a\\-z]$", pattern_322),
    ("^[+--]$", pattern_323),
    ("^[--/]$", pattern_324),
    ("^[ -/]+$", pattern_325),
    ("^[*-]+$", pattern_326),
    ("^[\\]]$", pattern_327),
    ("^[\\\\]$", pattern_328),
    ("^[\\^a]$", pattern_329),
    ("^[a^]$", pattern_330),
    ("^[$]$", pattern_331),
    ("^\\$\\^\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\\\\\/$", pattern_332),
    ("^[[a]$", pattern_333),
    ("^[\\w.-]+$", pattern_334),
    ("^[\\w\\-]+$", pattern_335),
    ("^[\\w-.]+$", pattern_336),
    ("^[\\d-x]+$", pattern_337),
    ("^[a-\\d]+$", pattern_338),
    ("^[\\w\\s]+$", pattern_339),
    ("^[\\W]$", pattern_340),
    ("^[\\D\\d]$", pattern_341),
    ("^[\\S\\d]+$", pattern_342),
    ("^[^\\W]+$", pattern_343),
    ("^[^\\S ]+$", pattern_344),
    ("^[^\\d\\s]+$", pattern_345),
    ("\\-", pattern_346),
    ("\\@", pattern_347),
    ("^\\_\\-\\@\\:\\,$", pattern_348),
    ("\\\"", pattern_349),
    ("a\\ b", pattern_350),
    ("a{1-20}", pattern_351),
    ("a{,5}", pattern_352),
    ("a{", pattern_353),
    ("a}", pattern_354),
    ("a]", pattern_355),
    ("{a}", pattern_356),
    ("^{[a-z]+}$", pattern_357),
    ("^x{a}$", pattern_358),
    ("^\\{[a-z]+\\}$", pattern_359),
    ("^\\1$", pattern_360),
    ("(a)\\2", pattern_361),
    ("^[\\1]$", pattern_362),
    ("^\\07\\08$", pattern_363),
    ("^[\\c]$", pattern_364),
    ("\\c", pattern_365),
    ("\\cé", pattern_366),
    ("^[\\c1]$", pattern_367),
    ("\\xg", pattern_368),
    ("\\x4", pattern_369),
    ("\\u12", pattern_370),
    ("^\\a\\e\\g$", pattern_371),
    ("\\A\\Z", pattern_372),
    ("\\h+", pattern_373),
    ("(?=a)*b", pattern_374),
    ("(?=a){2}a", pattern_375),
    ("(?!a)+b", pattern_376),
    ("^(a)\\1$", pattern_377),
    ("^(['\"]).*\\1$", pattern_378),
    ("^(?<q>['\"])x\\k<q>$", pattern_379),
    ("(\\w)\\1", pattern_380),
    ("^\\p{L}+$", pattern_381),
    ("^\\p{Lu}\\p{Ll}+$", pattern_382),
    ("^[\\p{L}\\p{N}_.-]+$", pattern_383),
    ("^[\\p{L}\\-]+$", pattern_384),
    ("^\\P{L}+$", pattern_385),
    ("^\\p{Script=Greek}+$", pattern_386),
    ("^\\p{sc=Cyrl}{2,}$", pattern_387),
    ("^\\p{ASCII}*$", pattern_388),
    ("^\\p{Alphabetic}\\p{Nd}$", pattern_389),
    ("[^\\p{ASCII}]", pattern_390),
    ("\\p{Emoji_Presentation}", pattern_391),
    ("^\\p{Any}$", pattern_392),
    ("^\\p{Zs}*$", pattern_393),
    ("^[^\\p{Lu}]$", pattern_394),
    ("^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$", pattern_395),
    ("^[A-Za-z0-9+/]+={0,2}$", pattern_396),
    ("^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*$", pattern_397),
    ("^Bearer [A-Za-z0-9._~+/-]+=*$", pattern_398),
    ("^(sk|pk)_(test|live)_[a-zA-Z0-9]{24}$", pattern_399),
    ("^key_(live|test)_[A-Za-z0-9]{8,32}$", pattern_400),
    ("^arn:aws:iam::\\d{12}:role/.+$", pattern_401),
    ("^arn:(aws|aws-cn):[a-z0-9-]+:[a-z0-9-]*:\\d{12}:.+$", pattern_402),
    ("^projects/[^/]+/locations/[^/]+$", pattern_403),
    ("^projects/[a-z][a-z0-9-]{4,28}[a-z0-9]/topics/[^/]+$", pattern_404),
    ("^s3://[a-z0-9.-]{3,63}(/.*)?$", pattern_405),
    ("^git@[a-z.]+:[\\w.-]+/[\\w.-]+\\.git$", pattern_406),
    ("^refs/(heads|tags)/.+$", pattern_407),
    ("^sha(256|512):[0-9a-f]+$", pattern_408),
    ("^data:[a-z]+/[a-z0-9.+-]+;base64,", pattern_409),
    ("^[a-z]+/[a-z0-9.+*-]+$", pattern_410),
    ("^(\\*|[0-9]+)( (\\*|[0-9]+)){4}$", pattern_411),
    ("^\\d+(ms|s|m|h|d)$", pattern_412),
    ("^([0-9]+(\\.[0-9]+)?)(Ki|Mi|Gi|m|k|M|G)?$", pattern_413),
    ("^(mon|tue|wed|thu|fri|sat|sun)(,(mon|tue|wed|thu|fri|sat|sun))*$", pattern_414),
    ("^(january|february|march|april|may|june|july|august|september|october|november|december)$", pattern_415),
    ("^(xs|s|m|l|xl|xxl)$", pattern_416),
    ("^(a|aa|aaa)$", pattern_417),
    ("^(a|aa)b$", pattern_418),
    ("^(red|green|blue)-[0-9]{1,2}$", pattern_419),
    ("^(?:un|re)?do$", pattern_420),
    ("^(un)?do(ing|ne)?$", pattern_421),
    ("^no(t)?$", pattern_422),
    ("^colou?r$", pattern_423),
    ("^[A-Z][a-z]+( [A-Z][a-z]+)*$", pattern_424),
    ("^[a-zA-Z ,.'-]+$", pattern_425),
    ("^[\\w\\s.,!?'-]{1,500}$", pattern_426),
    ("^.{1,2000}$", pattern_427),
    ("^[a-zA-Z0-9]{1,5000}$", pattern_428),
    ("^\\S{1,8192}$", pattern_429),
    ("^.{0,262144}$", pattern_430),
    ("^(.{1,200},)*$", pattern_431),
    ("^[a-z]{1,63}(\\.[a-z]{1,63}){0,3}$", pattern_432),
    ("(a|b)*a(a|b){3}$", pattern_433),
    ("(a|b)*a(a|b){18}$", pattern_434),
    ("^(a|b)*a(a|b){4}c$", pattern_435),
    ("(?:a{1,100}){1,100}b", pattern_436),
    ("^([a-z]+\\.)+[a-z]{2,}$", pattern_437),
    ("^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$", pattern_438),
    ("/^[a-z]+$/", pattern_439),
    ("/^[a-z]+$/i", pattern_440),
    ("[a-zA-Z]+[:desc|:asc]", pattern_441),
    ("^event|venue|attraction$", pattern_442),
    ("SLUG_REGEX", pattern_443),
    ("AAAA-BB-CC", pattern_444),
];

/// Whether the pattern `^https://` is found in the text.
pub(crate) const fn pattern_0(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::starts_with;
    starts_with(text, "https://")
}

/// Whether the pattern `^[6-9][0-9]{9}$` is found in the text.
pub(crate) const fn pattern_1(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, DIGIT, Scan};
    const CLASS: Class = Class::of("6-9");
    let mut scan = Scan::new(text);
    text.len() == 10 && scan.exactly(1, &CLASS) && scan.exactly(9, &DIGIT)
}

/// Whether the pattern `^[A-Z]{5}[0-9]{4}[A-Z]$` is found in the text.
pub(crate) const fn pattern_2(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{DIGIT, Scan, UPPER};
    let mut scan = Scan::new(text);
    text.len() == 10
        && scan.exactly(5, &UPPER)
        && scan.exactly(4, &DIGIT)
        && scan.exactly(1, &UPPER)
}

/// Whether the pattern `^[2-9][0-9]{11}$` is found in the text.
pub(crate) const fn pattern_3(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, DIGIT, Scan};
    const CLASS: Class = Class::of("2-9");
    let mut scan = Scan::new(text);
    text.len() == 12 && scan.exactly(1, &CLASS) && scan.exactly(11, &DIGIT)
}

/// Whether the pattern `^[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z]Z[0-9A-Z]$` is found in the text.
pub(crate) const fn pattern_4(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, DIGIT, Scan, UPPER};
    const CLASS: Class = Class::of("1-9A-Z");
    const CLASS_2: Class = Class::of("0-9A-Z");
    let mut scan = Scan::new(text);
    text.len() == 15
        && scan.exactly(2, &DIGIT)
        && scan.exactly(5, &UPPER)
        && scan.exactly(4, &DIGIT)
        && scan.exactly(1, &UPPER)
        && scan.exactly(1, &CLASS)
        && scan.literal("Z")
        && scan.exactly(1, &CLASS_2)
}

/// Whether the pattern `^[A-Z]{4}0[A-Z0-9]{6}$` is found in the text.
pub(crate) const fn pattern_5(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan, UPPER};
    const CLASS: Class = Class::of("0-9A-Z");
    let mut scan = Scan::new(text);
    text.len() == 11 && scan.exactly(4, &UPPER) && scan.literal("0") && scan.exactly(6, &CLASS)
}

/// Whether the pattern `^(0[1-9]|[12][0-9]|3[01])\/(0[1-9]|1[012])\/[0-9]{4}$` is found in the text.
pub(crate) const fn pattern_6(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<7> = Dfa {
        ascii: &classes(&["/", "0", "1", "2", "3", "4-9"]),
        others: &[],
        start: 11,
        accepting: 15,
        next: Next::Narrow(&[
            [0, 0, 15, 15, 15, 15, 15],
            [0, 0, 2, 2, 2, 2, 2],
            [0, 0, 3, 3, 3, 3, 3],
            [0, 0, 4, 4, 4, 4, 4],
            [0, 5, 0, 0, 0, 0, 0],
            [0, 0, 0, 6, 6, 6, 6],
            [0, 0, 7, 14, 0, 0, 0],
            [0, 8, 0, 0, 0, 0, 0],
            [0, 0, 0, 9, 9, 9, 9],
            [0, 0, 10, 13, 13, 12, 0],
            [0, 0, 9, 9, 0, 0, 0],
            [0, 0, 9, 9, 9, 9, 9],
            [0, 0, 6, 6, 6, 0, 0],
            [0, 0, 0, 0, 0, 0, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^\d{2}\/\d{2}\/\d{4}$` is found in the text.
pub(crate) const fn pattern_7(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{DIGIT, Scan};
    let mut scan = Scan::new(text);
    text.len() == 10
        && scan.exactly(2, &DIGIT)
        && scan.literal("/")
        && scan.exactly(2, &DIGIT)
        && scan.literal("/")
        && scan.exactly(4, &DIGIT)
}

/// Whether the pattern `^[1-9][0-9]{5}$` is found in the text.
pub(crate) const fn pattern_8(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, DIGIT, Scan};
    const CLASS: Class = Class::of("1-9");
    let mut scan = Scan::new(text);
    text.len() == 6 && scan.exactly(1, &CLASS) && scan.exactly(5, &DIGIT)
}

/// Whether the pattern `^[0-9]{6}$` is found in the text.
pub(crate) const fn pattern_9(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{DIGIT, Scan};
    let mut scan = Scan::new(text);
    text.len() == 6 && scan.exactly(6, &DIGIT)
}

/// Whether the pattern `^(true|false)$` is found in the text.
pub(crate) const fn pattern_10(text: &str) -> bool {
    matches!(text.as_bytes(), b"false" | b"true")
}

/// Whether the pattern `^(Y|N|y|n)$` is found in the text.
pub(crate) const fn pattern_11(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("NYny");
    let mut scan = Scan::new(text);
    text.len() == 1 && scan.exactly(1, &CLASS)
}

/// Whether the pattern `^[YyNn]$` is found in the text.
pub(crate) const fn pattern_12(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("NYny");
    let mut scan = Scan::new(text);
    text.len() == 1 && scan.exactly(1, &CLASS)
}

/// Whether the pattern `^$` is found in the text.
pub(crate) const fn pattern_13(text: &str) -> bool {
    text.is_empty()
}

/// Whether the pattern `.*` is found in the text.
pub(crate) const fn pattern_14(_text: &str) -> bool {
    true
}

/// Whether the pattern `.+` is found in the text.
pub(crate) const fn pattern_15(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{NOT_LINE_END, contains_any};
    contains_any(text, &NOT_LINE_END)
}

/// Whether the pattern `.` is found in the text.
pub(crate) const fn pattern_16(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{NOT_LINE_END, contains_any};
    contains_any(text, &NOT_LINE_END)
}

/// Whether the pattern `^.*$` is found in the text.
pub(crate) const fn pattern_17(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{NOT_LINE_END, Scan};
    let mut scan = Scan::new(text);
    scan.at_least(0, &NOT_LINE_END) && scan.is_at_end()
}

/// Whether the pattern `^.+$` is found in the text.
pub(crate) const fn pattern_18(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{NOT_LINE_END, Scan};
    let mut scan = Scan::new(text);
    scan.at_least(1, &NOT_LINE_END) && scan.is_at_end()
}

/// Whether the pattern `^.{1,10}$` is found in the text.
pub(crate) const fn pattern_19(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{NOT_LINE_END, Scan};
    let mut scan = Scan::new(text);
    scan.between(1, 10, &NOT_LINE_END) && scan.is_at_end()
}

/// Whether the pattern `^.{0,255}$` is found in the text.
pub(crate) const fn pattern_20(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{NOT_LINE_END, Scan};
    let mut scan = Scan::new(text);
    scan.between(0, 255, &NOT_LINE_END) && scan.is_at_end()
}

/// Whether the pattern `^.{3}$` is found in the text.
pub(crate) const fn pattern_21(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{NOT_LINE_END, Scan};
    let mut scan = Scan::new(text);
    scan.exactly(3, &NOT_LINE_END) && scan.is_at_end()
}

/// Whether the pattern `^[\s\S]*$` is found in the text.
pub(crate) const fn pattern_22(_text: &str) -> bool {
    true
}

/// Whether the pattern `^[\s\S]+$` is found in the text.
pub(crate) const fn pattern_23(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{ANY, Scan};
    let mut scan = Scan::new(text);
    scan.at_least(1, &ANY) && scan.is_at_end()
}

/// Whether the pattern `^[\s\S]{1,20}$` is found in the text.
pub(crate) const fn pattern_24(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{ANY, Scan};
    let mut scan = Scan::new(text);
    scan.between(1, 20, &ANY) && scan.is_at_end()
}

/// Whether the pattern `^(.|\n)*$` is found in the text.
pub(crate) const fn pattern_25(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::not("\r\u{2028}\u{2029}");
    let mut scan = Scan::new(text);
    scan.at_least(0, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^(.|\r|\n)+$` is found in the text.
pub(crate) const fn pattern_26(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::not("\u{2028}\u{2029}");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `[\s\S]` is found in the text.
pub(crate) const fn pattern_27(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{ANY, contains_any};
    contains_any(text, &ANY)
}

/// Whether the pattern `\S` is found in the text.
pub(crate) const fn pattern_28(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{NOT_SPACE, contains_any};
    contains_any(text, &NOT_SPACE)
}

/// Whether the pattern `\s` is found in the text.
pub(crate) const fn pattern_29(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{SPACE, contains_any};
    contains_any(text, &SPACE)
}

/// Whether the pattern `\d` is found in the text.
pub(crate) const fn pattern_30(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{DIGIT, contains_any};
    contains_any(text, &DIGIT)
}

/// Whether the pattern `\D` is found in the text.
pub(crate) const fn pattern_31(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, contains_any};
    const CLASS: Class = Class::not("0-9");
    contains_any(text, &CLASS)
}

/// Whether the pattern `\w` is found in the text.
pub(crate) const fn pattern_32(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{WORD, contains_any};
    contains_any(text, &WORD)
}

/// Whether the pattern `\W` is found in the text.
pub(crate) const fn pattern_33(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, contains_any};
    const CLASS: Class = Class::not("0-9A-Z_a-z");
    contains_any(text, &CLASS)
}

/// Whether the pattern `^\S+$` is found in the text.
pub(crate) const fn pattern_34(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{NOT_SPACE, Scan};
    let mut scan = Scan::new(text);
    scan.at_least(1, &NOT_SPACE) && scan.is_at_end()
}

/// Whether the pattern `^\S*$` is found in the text.
pub(crate) const fn pattern_35(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{NOT_SPACE, Scan};
    let mut scan = Scan::new(text);
    scan.at_least(0, &NOT_SPACE) && scan.is_at_end()
}

/// Whether the pattern `^\s*$` is found in the text.
pub(crate) const fn pattern_36(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{SPACE, Scan};
    let mut scan = Scan::new(text);
    scan.at_least(0, &SPACE) && scan.is_at_end()
}

/// Whether the pattern `^\S{1,64}$` is found in the text.
pub(crate) const fn pattern_37(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{NOT_SPACE, Scan};
    let mut scan = Scan::new(text);
    scan.between(1, 64, &NOT_SPACE) && scan.is_at_end()
}

/// Whether the pattern `^\s*\S+\s*$` is found in the text.
pub(crate) const fn pattern_38(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{NOT_SPACE, SPACE, Scan};
    let mut scan = Scan::new(text);
    scan.at_least(0, &SPACE)
        && scan.at_least(1, &NOT_SPACE)
        && scan.at_least(0, &SPACE)
        && scan.is_at_end()
}

/// Whether the pattern `^\s*\S[\s\S]*$` is found in the text.
pub(crate) const fn pattern_39(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{ANY, NOT_SPACE, SPACE, Scan};
    let mut scan = Scan::new(text);
    scan.at_least(0, &SPACE)
        && scan.exactly(1, &NOT_SPACE)
        && scan.at_least(0, &ANY)
        && scan.is_at_end()
}

/// Whether the pattern `^[^\s]+$` is found in the text.
pub(crate) const fn pattern_40(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{NOT_SPACE, Scan};
    let mut scan = Scan::new(text);
    scan.at_least(1, &NOT_SPACE) && scan.is_at_end()
}

/// Whether the pattern `^[^\s].*[^\s]$` is found in the text.
pub(crate) const fn pattern_41(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["\t\u{b}\u{c} ", "\n\r"]),
        others: &[
            0x00_000080,
            0x01_0000A0,
            0x00_0000A1,
            0x01_001680,
            0x00_001681,
            0x01_002000,
            0x00_00200B,
            0x02_002028,
            0x00_00202A,
            0x01_00202F,
            0x00_002030,
            0x01_00205F,
            0x00_002060,
            0x01_003000,
            0x00_003001,
            0x01_00FEFF,
            0x00_00FF00,
        ],
        start: 3,
        accepting: 4,
        next: Next::Narrow(&[
            [4, 2, 0],
            [2, 0, 0],
            [4, 2, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^\S(.*\S)?$` is found in the text.
pub(crate) const fn pattern_42(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["\t\u{b}\u{c} ", "\n\r"]),
        others: &[
            0x00_000080,
            0x01_0000A0,
            0x00_0000A1,
            0x01_001680,
            0x00_001681,
            0x01_002000,
            0x00_00200B,
            0x02_002028,
            0x00_00202A,
            0x01_00202F,
            0x00_002030,
            0x01_00205F,
            0x00_002060,
            0x01_003000,
            0x00_003001,
            0x01_00FEFF,
            0x00_00FF00,
        ],
        start: 2,
        accepting: 4,
        next: Next::Narrow(&[
            [4, 0, 0],
            [4, 3, 0],
            [4, 3, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^\w+$` is found in the text.
pub(crate) const fn pattern_43(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Scan, WORD};
    let mut scan = Scan::new(text);
    scan.at_least(1, &WORD) && scan.is_at_end()
}

/// Whether the pattern `^\w{1,32}$` is found in the text.
pub(crate) const fn pattern_44(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Scan, WORD};
    let mut scan = Scan::new(text);
    scan.between(1, 32, &WORD) && scan.is_at_end()
}

/// Whether the pattern `^\W+$` is found in the text.
pub(crate) const fn pattern_45(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::not("0-9A-Z_a-z");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^\D{2}$` is found in the text.
pub(crate) const fn pattern_46(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::not("0-9");
    let mut scan = Scan::new(text);
    scan.exactly(2, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^\d+$` is found in the text.
pub(crate) const fn pattern_47(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{DIGIT, Scan};
    let mut scan = Scan::new(text);
    scan.at_least(1, &DIGIT) && scan.is_at_end()
}

/// Whether the pattern `^\d*$` is found in the text.
pub(crate) const fn pattern_48(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{DIGIT, Scan};
    let mut scan = Scan::new(text);
    scan.at_least(0, &DIGIT) && scan.is_at_end()
}

/// Whether the pattern `^\d{1,3}$` is found in the text.
pub(crate) const fn pattern_49(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{DIGIT, Scan};
    let mut scan = Scan::new(text);
    scan.between(1, 3, &DIGIT) && scan.is_at_end()
}

/// Whether the pattern `^\d{4}-\d{2}-\d{2}$` is found in the text.
pub(crate) const fn pattern_50(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{DIGIT, Scan};
    let mut scan = Scan::new(text);
    text.len() == 10
        && scan.exactly(4, &DIGIT)
        && scan.literal("-")
        && scan.exactly(2, &DIGIT)
        && scan.literal("-")
        && scan.exactly(2, &DIGIT)
}

/// Whether the pattern `^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$` is found in the text.
pub(crate) const fn pattern_51(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<8> = Dfa {
        ascii: &classes(&["+", "-", ".", "0-9", ":", "T", "Z"]),
        others: &[],
        start: 23,
        accepting: 29,
        next: Next::Narrow(&[
            [0, 28, 28, 5, 0, 0, 0, 29],
            [0, 0, 0, 0, 2, 0, 0, 0],
            [0, 28, 28, 0, 4, 0, 0, 29],
            [0, 0, 0, 0, 4, 0, 0, 0],
            [0, 0, 0, 0, 3, 0, 0, 0],
            [0, 0, 0, 0, 0, 6, 0, 0],
            [0, 0, 0, 0, 7, 0, 0, 0],
            [0, 0, 0, 0, 8, 0, 0, 0],
            [0, 0, 0, 0, 0, 9, 0, 0],
            [0, 0, 0, 0, 10, 0, 0, 0],
            [0, 0, 0, 0, 11, 0, 0, 0],
            [0, 0, 0, 0, 0, 0, 12, 0],
            [0, 0, 0, 0, 13, 0, 0, 0],
            [0, 0, 0, 0, 14, 0, 0, 0],
            [0, 0, 15, 0, 0, 0, 0, 0],
            [0, 0, 0, 0, 16, 0, 0, 0],
            [0, 0, 0, 0, 17, 0, 0, 0],
            [0, 0, 18, 0, 0, 0, 0, 0],
            [0, 0, 0, 0, 19, 0, 0, 0],
            [0, 0, 0, 0, 20, 0, 0, 0],
            [0, 0, 0, 0, 21, 0, 0, 0],
            [0, 0, 0, 0, 22, 0, 0, 0],
            [0, 0, 0, 0, 29, 0, 0, 0],
            [0, 0, 0, 0, 24, 0, 0, 0],
            [0, 0, 0, 0, 0, 25, 0, 0],
            [0, 0, 0, 0, 26, 0, 0, 0],
            [0, 0, 0, 0, 27, 0, 0, 0],
            [0, 0, 0, 0, 0, 0, 0, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^([01]\d|2[0-3]):[0-5]\d$` is found in the text.
pub(crate) const fn pattern_52(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, DIGIT, Scan};
    const CLASS: Class = Class::of("01");
    const CLASS_2: Class = Class::of("0-5");
    const CLASS_3: Class = Class::of("0-3");
    let mut scan = Scan::new(text);
    if text.len() == 5
        && scan.exactly(1, &CLASS)
        && scan.exactly(1, &DIGIT)
        && scan.literal(":")
        && scan.exactly(1, &CLASS_2)
        && scan.exactly(1, &DIGIT) {
        return true;
    }
    let mut scan = Scan::new(text);
    text.len() == 5
        && scan.literal("2")
        && scan.exactly(1, &CLASS_3)
        && scan.literal(":")
        && scan.exactly(1, &CLASS_2)
        && scan.exactly(1, &DIGIT)
}

/// Whether the pattern `^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?$` is found in the text.
pub(crate) const fn pattern_53(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<8> = Dfa {
        ascii: &classes(&[".", "01", "2", "3", "45", "6-9", ":"]),
        others: &[],
        start: 10,
        accepting: 12,
        next: Next::Narrow(&[
            [0, 0, 13, 13, 13, 13, 13, 0],
            [0, 0, 21, 21, 21, 21, 21, 0],
            [0, 0, 3, 3, 3, 3, 0, 0],
            [0, 0, 0, 0, 0, 0, 0, 4],
            [0, 0, 5, 5, 5, 5, 5, 0],
            [0, 0, 6, 6, 6, 6, 0, 0],
            [0, 0, 0, 0, 0, 0, 0, 7],
            [0, 0, 8, 8, 8, 8, 8, 0],
            [0, 0, 9, 11, 0, 0, 0, 0],
            [0, 0, 8, 8, 8, 0, 0, 0],
            [0, 0, 0, 0, 0, 0, 0, 0],
            [0, 0, 20, 20, 20, 20, 20, 0],
            [0, 0, 12, 12, 12, 12, 12, 0],
            [0, 0, 14, 14, 14, 14, 14, 0],
            [0, 0, 15, 15, 15, 15, 15, 0],
            [0, 0, 16, 16, 16, 16, 16, 0],
            [0, 0, 17, 17, 17, 17, 17, 0],
            [0, 0, 18, 18, 18, 18, 18, 0],
            [0, 0, 19, 19, 19, 19, 19, 0],
            [0, 2, 0, 0, 0, 0, 0, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(-)?P(\d+Y)?(\d+M)?(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?$` is found in the text.
pub(crate) const fn pattern_54(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<10> = Dfa {
        ascii: &classes(&["-", "0-9", "D", "H", "M", "P", "S", "T", "Y"]),
        others: &[],
        start: 4,
        accepting: 10,
        next: Next::Narrow(&[
            [0, 0, 2, 12, 0, 14, 0, 0, 0, 13],
            [0, 0, 0, 0, 0, 0, 11, 0, 0, 0],
            [0, 3, 0, 0, 0, 0, 11, 0, 0, 0],
            [0, 0, 5, 12, 0, 14, 0, 0, 0, 0],
            [0, 0, 6, 12, 0, 0, 0, 0, 0, 0],
            [0, 0, 7, 0, 0, 0, 0, 10, 0, 0],
            [0, 0, 8, 0, 0, 16, 0, 10, 0, 0],
            [0, 0, 9, 0, 15, 16, 0, 10, 0, 0],
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            [0, 0, 2, 0, 0, 0, 0, 0, 17, 0],
            [0, 0, 0, 0, 0, 0, 0, 0, 17, 0],
            [0, 0, 5, 0, 0, 0, 0, 0, 17, 0],
            [0, 0, 6, 0, 0, 0, 0, 0, 17, 0],
            [0, 0, 8, 0, 0, 0, 0, 0, 0, 0],
            [0, 0, 7, 0, 0, 0, 0, 0, 0, 0],
            [0, 0, 9, 0, 0, 0, 0, 0, 0, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^[a-z]+$` is found in the text.
pub(crate) const fn pattern_55(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{LOWER, Scan};
    let mut scan = Scan::new(text);
    scan.at_least(1, &LOWER) && scan.is_at_end()
}

/// Whether the pattern `^[A-Z]+$` is found in the text.
pub(crate) const fn pattern_56(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Scan, UPPER};
    let mut scan = Scan::new(text);
    scan.at_least(1, &UPPER) && scan.is_at_end()
}

/// Whether the pattern `^[a-zA-Z]+$` is found in the text.
pub(crate) const fn pattern_57(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{LETTER, Scan};
    let mut scan = Scan::new(text);
    scan.at_least(1, &LETTER) && scan.is_at_end()
}

/// Whether the pattern `^[a-zA-Z0-9]+$` is found in the text.
pub(crate) const fn pattern_58(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{ALPHANUMERIC, Scan};
    let mut scan = Scan::new(text);
    scan.at_least(1, &ALPHANUMERIC) && scan.is_at_end()
}

/// Whether the pattern `^[a-zA-Z0-9_]+$` is found in the text.
pub(crate) const fn pattern_59(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Scan, WORD};
    let mut scan = Scan::new(text);
    scan.at_least(1, &WORD) && scan.is_at_end()
}

/// Whether the pattern `^[a-zA-Z0-9_-]+$` is found in the text.
pub(crate) const fn pattern_60(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("0-9A-Z_a-z-");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[a-zA-Z0-9._-]{1,128}$` is found in the text.
pub(crate) const fn pattern_61(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of(".0-9A-Z_a-z-");
    let mut scan = Scan::new(text);
    scan.between(1, 128, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[a-z][a-z0-9]*$` is found in the text.
pub(crate) const fn pattern_62(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, LOWER, Scan};
    const CLASS: Class = Class::of("0-9a-z");
    let mut scan = Scan::new(text);
    scan.exactly(1, &LOWER) && scan.at_least(0, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[a-z][a-z0-9_]*$` is found in the text.
pub(crate) const fn pattern_63(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, LOWER, Scan};
    const CLASS: Class = Class::of("0-9_a-z");
    let mut scan = Scan::new(text);
    scan.exactly(1, &LOWER) && scan.at_least(0, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[a-z][a-zA-Z0-9]*$` is found in the text.
pub(crate) const fn pattern_64(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{ALPHANUMERIC, LOWER, Scan};
    let mut scan = Scan::new(text);
    scan.exactly(1, &LOWER) && scan.at_least(0, &ALPHANUMERIC) && scan.is_at_end()
}

/// Whether the pattern `^[A-Z][a-zA-Z0-9]*$` is found in the text.
pub(crate) const fn pattern_65(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{ALPHANUMERIC, Scan, UPPER};
    let mut scan = Scan::new(text);
    scan.exactly(1, &UPPER) && scan.at_least(0, &ALPHANUMERIC) && scan.is_at_end()
}

/// Whether the pattern `^[a-z0-9]([a-z0-9-]*[a-z0-9])?$` is found in the text.
pub(crate) const fn pattern_66(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["-", "0-9a-z"]),
        others: &[],
        start: 2,
        accepting: 4,
        next: Next::Narrow(&[
            [0, 0, 4],
            [0, 3, 4],
            [0, 3, 4],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$` is found in the text.
pub(crate) const fn pattern_67(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["-", "0-9a-z"]),
        others: &[],
        start: 2,
        accepting: 64,
        next: Next::Narrow(&[
            [0, 0, 65],
            [0, 0, 64],
            [0, 3, 66],
            [0, 4, 67],
            [0, 5, 68],
            [0, 6, 69],
            [0, 7, 70],
            [0, 8, 71],
            [0, 9, 72],
            [0, 10, 73],
            [0, 11, 74],
            [0, 12, 75],
            [0, 13, 76],
            [0, 14, 77],
            [0, 15, 78],
            [0, 16, 79],
            [0, 17, 80],
            [0, 18, 81],
            [0, 19, 82],
            [0, 20, 83],
            [0, 21, 84],
            [0, 22, 85],
            [0, 23, 86],
            [0, 24, 87],
            [0, 25, 88],
            [0, 26, 89],
            [0, 27, 90],
            [0, 28, 91],
            [0, 29, 92],
            [0, 30, 93],
            [0, 31, 94],
            [0, 32, 95],
            [0, 33, 96],
            [0, 34, 97],
            [0, 35, 98],
            [0, 36, 99],
            [0, 37, 100],
            [0, 38, 101],
            [0, 39, 102],
            [0, 40, 103],
            [0, 41, 104],
            [0, 42, 105],
            [0, 43, 106],
            [0, 44, 107],
            [0, 45, 108],
            [0, 46, 109],
            [0, 47, 110],
            [0, 48, 111],
            [0, 49, 112],
            [0, 50, 113],
            [0, 51, 114],
            [0, 52, 115],
            [0, 53, 116],
            [0, 54, 117],
            [0, 55, 118],
            [0, 56, 119],
            [0, 57, 120],
            [0, 58, 121],
            [0, 59, 122],
            [0, 60, 123],
            [0, 61, 124],
            [0, 62, 125],
            [0, 0, 0],
            [0, 63, 126],
            [0, 0, 64],
            [0, 3, 66],
            [0, 4, 67],
            [0, 5, 68],
            [0, 6, 69],
            [0, 7, 70],
            [0, 8, 71],
            [0, 9, 72],
            [0, 10, 73],
            [0, 11, 74],
            [0, 12, 75],
            [0, 13, 76],
            [0, 14, 77],
            [0, 15, 78],
            [0, 16, 79],
            [0, 17, 80],
            [0, 18, 81],
            [0, 19, 82],
            [0, 20, 83],
            [0, 21, 84],
            [0, 22, 85],
            [0, 23, 86],
            [0, 24, 87],
            [0, 25, 88],
            [0, 26, 89],
            [0, 27, 90],
            [0, 28, 91],
            [0, 29, 92],
            [0, 30, 93],
            [0, 31, 94],
            [0, 32, 95],
            [0, 33, 96],
            [0, 34, 97],
            [0, 35, 98],
            [0, 36, 99],
            [0, 37, 100],
            [0, 38, 101],
            [0, 39, 102],
            [0, 40, 103],
            [0, 41, 104],
            [0, 42, 105],
            [0, 43, 106],
            [0, 44, 107],
            [0, 45, 108],
            [0, 46, 109],
            [0, 47, 110],
            [0, 48, 111],
            [0, 49, 112],
            [0, 50, 113],
            [0, 51, 114],
            [0, 52, 115],
            [0, 53, 116],
            [0, 54, 117],
            [0, 55, 118],
            [0, 56, 119],
            [0, 57, 120],
            [0, 58, 121],
            [0, 59, 122],
            [0, 60, 123],
            [0, 61, 124],
            [0, 62, 125],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^[a-z0-9]+(-[a-z0-9]+)*$` is found in the text.
pub(crate) const fn pattern_68(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["-", "0-9a-z"]),
        others: &[],
        start: 2,
        accepting: 3,
        next: Next::Narrow(&[
            [0, 0, 3],
            [0, 2, 3],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^[a-z0-9]+(?:-[a-z0-9]+)*$` is found in the text.
pub(crate) const fn pattern_69(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["-", "0-9a-z"]),
        others: &[],
        start: 2,
        accepting: 3,
        next: Next::Narrow(&[
            [0, 0, 3],
            [0, 2, 3],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^[a-z]([-a-z0-9]*[a-z0-9])?(\.[a-z]([-a-z0-9]*[a-z0-9])?)*$` is found in the text.
pub(crate) const fn pattern_70(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<5> = Dfa {
        ascii: &classes(&["-", ".", "0-9", "a-z"]),
        others: &[],
        start: 2,
        accepting: 4,
        next: Next::Narrow(&[
            [0, 0, 0, 0, 4],
            [0, 3, 0, 4, 4],
            [0, 3, 2, 4, 4],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^[A-Z_][A-Z0-9_]*$` is found in the text.
pub(crate) const fn pattern_71(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("A-Z_");
    const CLASS_2: Class = Class::of("0-9A-Z_");
    let mut scan = Scan::new(text);
    scan.exactly(1, &CLASS) && scan.at_least(0, &CLASS_2) && scan.is_at_end()
}

/// Whether the pattern `^[a-f0-9]{32}$` is found in the text.
pub(crate) const fn pattern_72(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{LOWER_HEX, Scan};
    let mut scan = Scan::new(text);
    text.len() == 32 && scan.exactly(32, &LOWER_HEX)
}

/// Whether the pattern `^[a-f0-9]{40}$` is found in the text.
pub(crate) const fn pattern_73(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{LOWER_HEX, Scan};
    let mut scan = Scan::new(text);
    text.len() == 40 && scan.exactly(40, &LOWER_HEX)
}

/// Whether the pattern `^[A-Fa-f0-9]{64}$` is found in the text.
pub(crate) const fn pattern_74(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{HEX, Scan};
    let mut scan = Scan::new(text);
    text.len() == 64 && scan.exactly(64, &HEX)
}

/// Whether the pattern `^0x[0-9a-fA-F]+$` is found in the text.
pub(crate) const fn pattern_75(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{HEX, Scan};
    let mut scan = Scan::new(text);
    scan.literal("0x") && scan.at_least(1, &HEX) && scan.is_at_end()
}

/// Whether the pattern `^0x[0-9a-fA-F]{40}$` is found in the text.
pub(crate) const fn pattern_76(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{HEX, Scan};
    let mut scan = Scan::new(text);
    text.len() == 42 && scan.literal("0x") && scan.exactly(40, &HEX)
}

/// Whether the pattern `^#[0-9a-fA-F]{6}$` is found in the text.
pub(crate) const fn pattern_77(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{HEX, Scan};
    let mut scan = Scan::new(text);
    text.len() == 7 && scan.literal("#") && scan.exactly(6, &HEX)
}

/// Whether the pattern `^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$` is found in the text.
pub(crate) const fn pattern_78(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{HEX, Scan};
    let mut scan = Scan::new(text);
    if text.len() == 4 && scan.literal("#") && scan.exactly(3, &HEX) {
        return true;
    }
    let mut scan = Scan::new(text);
    text.len() == 7 && scan.literal("#") && scan.exactly(6, &HEX)
}

/// Whether the pattern `^#?[0-9a-f]{6}$` is found in the text.
pub(crate) const fn pattern_79(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{LOWER_HEX, Scan};
    let mut scan = Scan::new(text);
    scan.optional("#") && scan.exactly(6, &LOWER_HEX) && scan.is_at_end()
}

/// Whether the pattern `^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$` is found in the text.
pub(crate) const fn pattern_80(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{LOWER_HEX, Scan};
    let mut scan = Scan::new(text);
    text.len() == 36
        && scan.exactly(8, &LOWER_HEX)
        && scan.literal("-")
        && scan.exactly(4, &LOWER_HEX)
        && scan.literal("-")
        && scan.exactly(4, &LOWER_HEX)
        && scan.literal("-")
        && scan.exactly(4, &LOWER_HEX)
        && scan.literal("-")
        && scan.exactly(12, &LOWER_HEX)
}

/// Whether the pattern `^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$` is found in the text.
pub(crate) const fn pattern_81(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, HEX, Scan};
    const CLASS: Class = Class::of("1-5");
    const CLASS_2: Class = Class::of("89ABab");
    let mut scan = Scan::new(text);
    text.len() == 36
        && scan.exactly(8, &HEX)
        && scan.literal("-")
        && scan.exactly(4, &HEX)
        && scan.literal("-")
        && scan.exactly(1, &CLASS)
        && scan.exactly(3, &HEX)
        && scan.literal("-")
        && scan.exactly(1, &CLASS_2)
        && scan.exactly(3, &HEX)
        && scan.literal("-")
        && scan.exactly(12, &HEX)
}

/// Whether the pattern `^urn:uuid:[0-9a-f-]{36}$` is found in the text.
pub(crate) const fn pattern_82(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("0-9a-f-");
    let mut scan = Scan::new(text);
    text.len() == 45 && scan.literal("urn:uuid:") && scan.exactly(36, &CLASS)
}

/// Whether the pattern `[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}` is found in the text.
pub(crate) const fn pattern_83(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["-", "0-9a-f"]),
        others: &[],
        start: 2,
        accepting: 38,
        next: Next::Narrow(&[
            [2, 2, 37],
            [2, 29, 1],
            [2, 29, 3],
            [2, 29, 4],
            [2, 29, 5],
            [2, 2, 6],
            [2, 2, 7],
            [2, 2, 8],
            [2, 2, 9],
            [2, 2, 10],
            [2, 2, 11],
            [2, 2, 12],
            [2, 2, 13],
            [2, 14, 33],
            [2, 2, 15],
            [2, 2, 16],
            [2, 2, 17],
            [2, 2, 18],
            [2, 19, 33],
            [2, 2, 20],
            [2, 2, 21],
            [2, 2, 22],
            [2, 2, 23],
            [2, 24, 33],
            [2, 2, 25],
            [2, 2, 26],
            [2, 2, 27],
            [2, 2, 28],
            [2, 29, 30],
            [2, 2, 30],
            [2, 2, 31],
            [2, 2, 32],
            [2, 2, 33],
            [2, 2, 34],
            [2, 2, 35],
            [2, 2, 36],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}$` is found in the text.
pub(crate) const fn pattern_84(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{HEX, Scan};
    let mut scan = Scan::new(text);
    text.len() == 17
        && scan.exactly(2, &HEX)
        && scan.literal(":")
        && scan.exactly(2, &HEX)
        && scan.literal(":")
        && scan.exactly(2, &HEX)
        && scan.literal(":")
        && scan.exactly(2, &HEX)
        && scan.literal(":")
        && scan.exactly(2, &HEX)
        && scan.literal(":")
        && scan.exactly(2, &HEX)
}

/// Whether the pattern `^([0-9A-Fa-f]{2}[:-]){5}([0-9A-Fa-f]{2})$` is found in the text.
pub(crate) const fn pattern_85(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, HEX, Scan};
    const CLASS: Class = Class::of(":-");
    let mut scan = Scan::new(text);
    text.len() == 17
        && scan.exactly(2, &HEX)
        && scan.exactly(1, &CLASS)
        && scan.exactly(2, &HEX)
        && scan.exactly(1, &CLASS)
        && scan.exactly(2, &HEX)
        && scan.exactly(1, &CLASS)
        && scan.exactly(2, &HEX)
        && scan.exactly(1, &CLASS)
        && scan.exactly(2, &HEX)
        && scan.exactly(1, &CLASS)
        && scan.exactly(2, &HEX)
}

/// Whether the pattern `^(([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])\.){3}([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])$` is found in the text.
pub(crate) const fn pattern_86(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<8> = Dfa {
        ascii: &classes(&[".", "0", "1", "2", "34", "5", "6-9"]),
        others: &[],
        start: 11,
        accepting: 21,
        next: Next::Narrow(&[
            [0, 0, 21, 22, 24, 23, 23, 23],
            [0, 2, 0, 0, 0, 0, 0, 0],
            [0, 2, 18, 18, 18, 18, 18, 18],
            [0, 0, 3, 4, 19, 18, 18, 18],
            [0, 5, 0, 0, 0, 0, 0, 0],
            [0, 5, 15, 15, 15, 15, 15, 15],
            [0, 0, 6, 7, 16, 15, 15, 15],
            [0, 8, 0, 0, 0, 0, 0, 0],
            [0, 8, 12, 12, 12, 12, 12, 12],
            [0, 0, 9, 10, 13, 12, 12, 12],
            [0, 8, 9, 9, 9, 9, 9, 9],
            [0, 8, 12, 12, 12, 12, 14, 9],
            [0, 8, 9, 9, 9, 9, 9, 0],
            [0, 5, 6, 6, 6, 6, 6, 6],
            [0, 5, 15, 15, 15, 15, 17, 6],
            [0, 5, 6, 6, 6, 6, 6, 0],
            [0, 2, 3, 3, 3, 3, 3, 3],
            [0, 2, 18, 18, 18, 18, 20, 3],
            [0, 2, 3, 3, 3, 3, 3, 0],
            [0, 0, 0, 0, 0, 0, 0, 0],
            [0, 0, 23, 23, 23, 23, 23, 23],
            [0, 0, 21, 21, 21, 21, 21, 21],
            [0, 0, 23, 23, 23, 23, 25, 21],
            [0, 0, 21, 21, 21, 21, 21, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$` is found in the text.
pub(crate) const fn pattern_87(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<7> = Dfa {
        ascii: &classes(&[".", "034", "1", "2", "5", "6-9"]),
        others: &[],
        start: 14,
        accepting: 21,
        next: Next::Narrow(&[
            [0, 0, 23, 22, 24, 23, 23],
            [0, 2, 0, 0, 0, 0, 0],
            [0, 0, 6, 5, 7, 6, 6],
            [0, 2, 6, 6, 6, 6, 6],
            [0, 2, 3, 3, 3, 3, 3],
            [0, 2, 6, 6, 6, 20, 3],
            [0, 4, 0, 0, 0, 0, 0],
            [0, 0, 11, 10, 12, 11, 11],
            [0, 4, 11, 11, 11, 11, 11],
            [0, 4, 8, 8, 8, 8, 8],
            [0, 4, 11, 11, 11, 19, 8],
            [0, 9, 0, 0, 0, 0, 0],
            [0, 0, 16, 15, 17, 16, 16],
            [0, 9, 16, 16, 16, 16, 16],
            [0, 9, 13, 13, 13, 13, 13],
            [0, 9, 16, 16, 16, 18, 13],
            [0, 9, 13, 13, 13, 13, 0],
            [0, 4, 8, 8, 8, 8, 0],
            [0, 2, 3, 3, 3, 3, 0],
            [0, 0, 0, 0, 0, 0, 0],
            [0, 0, 23, 23, 23, 23, 23],
            [0, 0, 21, 21, 21, 21, 21],
            [0, 0, 23, 23, 23, 25, 21],
            [0, 0, 21, 21, 21, 21, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^\d{1,3}(\.\d{1,3}){3}$` is found in the text.
pub(crate) const fn pattern_88(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{DIGIT, Scan};
    let mut scan = Scan::new(text);
    scan.between(1, 3, &DIGIT)
        && scan.literal(".")
        && scan.between(1, 3, &DIGIT)
        && scan.literal(".")
        && scan.between(1, 3, &DIGIT)
        && scan.literal(".")
        && scan.between(1, 3, &DIGIT)
        && scan.is_at_end()
}

/// Whether the pattern `^\d{1,3}(\.\d{1,3}){3}/\d{1,2}$` is found in the text.
pub(crate) const fn pattern_89(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{DIGIT, Scan};
    let mut scan = Scan::new(text);
    scan.between(1, 3, &DIGIT)
        && scan.literal(".")
        && scan.between(1, 3, &DIGIT)
        && scan.literal(".")
        && scan.between(1, 3, &DIGIT)
        && scan.literal(".")
        && scan.between(1, 3, &DIGIT)
        && scan.literal("/")
        && scan.between(1, 2, &DIGIT)
        && scan.is_at_end()
}

/// Whether the pattern `^([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}$` is found in the text.
pub(crate) const fn pattern_90(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["0-9A-Fa-f", ":"]),
        others: &[],
        start: 34,
        accepting: 38,
        next: Next::Narrow(&[
            [0, 39, 0],
            [0, 0, 2],
            [0, 5, 0],
            [0, 7, 2],
            [0, 3, 2],
            [0, 6, 2],
            [0, 0, 4],
            [0, 10, 0],
            [0, 12, 4],
            [0, 8, 4],
            [0, 11, 4],
            [0, 0, 9],
            [0, 15, 0],
            [0, 17, 9],
            [0, 13, 9],
            [0, 16, 9],
            [0, 0, 14],
            [0, 20, 0],
            [0, 22, 14],
            [0, 18, 14],
            [0, 21, 14],
            [0, 0, 19],
            [0, 25, 0],
            [0, 27, 19],
            [0, 23, 19],
            [0, 26, 19],
            [0, 0, 24],
            [0, 30, 0],
            [0, 32, 24],
            [0, 28, 24],
            [0, 31, 24],
            [0, 0, 29],
            [0, 35, 0],
            [0, 37, 29],
            [0, 33, 29],
            [0, 36, 29],
            [0, 0, 0],
            [0, 41, 0],
            [0, 38, 0],
            [0, 40, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\.[a-zA-Z]{2,}$` is found in the text.
pub(crate) const fn pattern_91(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<6> = Dfa {
        ascii: &classes(&["%+_", "0-9-", ".", "@", "A-Za-z"]),
        others: &[],
        start: 7,
        accepting: 8,
        next: Next::Narrow(&[
            [0, 0, 4, 3, 0, 8],
            [0, 0, 4, 3, 0, 2],
            [0, 0, 4, 3, 0, 4],
            [0, 0, 4, 4, 0, 4],
            [0, 6, 6, 6, 5, 6],
            [0, 6, 6, 6, 0, 6],
            [0, 0, 4, 3, 0, 8],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^[^@]+@[^@]+$` is found in the text.
pub(crate) const fn pattern_92(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::not("@");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.literal("@") && scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[^@\s]+@[^@\s]+\.[^@\s]+$` is found in the text.
pub(crate) const fn pattern_93(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<4> = Dfa {
        ascii: &classes(&["\t-\r ", ".", "@"]),
        others: &[
            0x00_000080,
            0x01_0000A0,
            0x00_0000A1,
            0x01_001680,
            0x00_001681,
            0x01_002000,
            0x00_00200B,
            0x01_002028,
            0x00_00202A,
            0x01_00202F,
            0x00_002030,
            0x01_00205F,
            0x00_002060,
            0x01_003000,
            0x00_003001,
            0x01_00FEFF,
            0x00_00FF00,
        ],
        start: 6,
        accepting: 7,
        next: Next::Narrow(&[
            [7, 0, 7, 0],
            [3, 0, 2, 0],
            [3, 0, 3, 0],
            [5, 0, 5, 4],
            [5, 0, 5, 0],
            [7, 0, 7, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^\S+@\S+\.\S+$` is found in the text.
pub(crate) const fn pattern_94(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<4> = Dfa {
        ascii: &classes(&["\t-\r ", ".", "@"]),
        others: &[
            0x00_000080,
            0x01_0000A0,
            0x00_0000A1,
            0x01_001680,
            0x00_001681,
            0x01_002000,
            0x00_00200B,
            0x01_002028,
            0x00_00202A,
            0x01_00202F,
            0x00_002030,
            0x01_00205F,
            0x00_002060,
            0x01_003000,
            0x00_003001,
            0x01_00FEFF,
            0x00_00FF00,
        ],
        start: 6,
        accepting: 7,
        next: Next::Narrow(&[
            [7, 0, 7, 7],
            [3, 0, 2, 3],
            [3, 0, 3, 3],
            [5, 0, 5, 4],
            [5, 0, 5, 5],
            [7, 0, 7, 7],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `.+@.+\..+` is found in the text.
pub(crate) const fn pattern_95(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<4> = Dfa {
        ascii: &classes(&["\n\r", ".", "@"]),
        others: &[0x00_000080, 0x01_002028, 0x00_00202A],
        start: 2,
        accepting: 7,
        next: Next::Narrow(&[
            [6, 2, 6, 6],
            [1, 2, 1, 1],
            [4, 2, 3, 4],
            [4, 2, 4, 4],
            [6, 2, 6, 5],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^.+@.+$` is found in the text.
pub(crate) const fn pattern_96(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["\n\r", "@"]),
        others: &[0x00_000080, 0x01_002028, 0x00_00202A],
        start: 4,
        accepting: 5,
        next: Next::Narrow(&[
            [5, 0, 5],
            [3, 0, 2],
            [3, 0, 3],
            [5, 0, 5],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `@example\.com$` is found in the text.
pub(crate) const fn pattern_97(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::ends_with;
    ends_with(text, "@example.com")
}

/// Whether the pattern `^mailto:` is found in the text.
pub(crate) const fn pattern_98(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::starts_with;
    starts_with(text, "mailto:")
}

/// Whether the pattern `^https?://` is found in the text.
pub(crate) const fn pattern_99(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::Scan;
    let mut scan = Scan::new(text);
    scan.literal("http") && scan.optional("s") && scan.literal("://")
}

/// Whether the pattern `^https?://.+` is found in the text.
pub(crate) const fn pattern_100(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{NOT_LINE_END, Scan};
    let mut scan = Scan::new(text);
    scan.literal("http")
        && scan.optional("s")
        && scan.literal("://")
        && scan.exactly(1, &NOT_LINE_END)
}

/// Whether the pattern `^https?:\/\/[^\s/$.?#].[^\s]*$` is found in the text.
pub(crate) const fn pattern_101(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, NOT_LINE_END, NOT_SPACE, Scan};
    const CLASS: Class = Class::not(
        "\t-\r #$./?\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}\u{feff}",
    );
    let mut scan = Scan::new(text);
    scan.literal("http")
        && scan.optional("s")
        && scan.literal("://")
        && scan.exactly(1, &CLASS)
        && scan.exactly(1, &NOT_LINE_END)
        && scan.at_least(0, &NOT_SPACE)
        && scan.is_at_end()
}

/// Whether the pattern `^(http|https|ftp)://` is found in the text.
pub(crate) const fn pattern_102(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::starts_with;
    starts_with(text, "ftp://") || starts_with(text, "http://") || starts_with(text, "https://")
}

/// Whether the pattern `^(https?|wss?)://[a-z0-9.-]+(:\d{1,5})?(/.*)?$` is found in the text.
pub(crate) const fn pattern_103(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<11> = Dfa {
        ascii: &classes(&["\n\r", ".a-gi-oqruvx-z-", "/", "0-9", ":", "h", "p", "s", "t", "w"]),
        others: &[0x00_000080, 0x01_002028, 0x00_00202A],
        start: 11,
        accepting: 13,
        next: Next::Narrow(&[
            [0, 0, 14, 0, 14, 0, 14, 14, 14, 14, 14],
            [0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0],
            [0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0],
            [0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0],
            [0, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0],
            [0, 0, 0, 0, 0, 4, 0, 0, 5, 0, 0],
            [0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0],
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0],
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 0],
            [0, 0, 0, 0, 0, 0, 10, 0, 0, 0, 6],
            [0, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0],
            [0, 0, 0, 15, 0, 0, 0, 0, 0, 0, 0],
            [0, 0, 14, 15, 14, 12, 14, 14, 14, 14, 14],
            [15, 0, 15, 15, 15, 15, 15, 15, 15, 15, 15],
            [0, 0, 0, 15, 19, 0, 0, 0, 0, 0, 0],
            [0, 0, 0, 15, 13, 0, 0, 0, 0, 0, 0],
            [0, 0, 0, 15, 17, 0, 0, 0, 0, 0, 0],
            [0, 0, 0, 15, 18, 0, 0, 0, 0, 0, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^/` is found in the text.
pub(crate) const fn pattern_104(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::starts_with;
    starts_with(text, "/")
}

/// Whether the pattern `^/.*` is found in the text.
pub(crate) const fn pattern_105(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::starts_with;
    starts_with(text, "/")
}

/// Whether the pattern `^\/[a-z]+(\/[a-z]+)*$` is found in the text.
pub(crate) const fn pattern_106(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["/", "a-z"]),
        others: &[],
        start: 3,
        accepting: 4,
        next: Next::Narrow(&[
            [0, 0, 4],
            [0, 2, 0],
            [0, 2, 4],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `/$` is found in the text.
pub(crate) const fn pattern_107(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::ends_with;
    ends_with(text, "/")
}

/// Whether the pattern `^/v[0-9]+/` is found in the text.
pub(crate) const fn pattern_108(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{DIGIT, Scan};
    let mut scan = Scan::new(text);
    scan.literal("/v") && scan.at_least(1, &DIGIT) && scan.literal("/")
}

/// Whether the pattern `\.json$` is found in the text.
pub(crate) const fn pattern_109(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::ends_with;
    ends_with(text, ".json")
}

/// Whether the pattern `\.(json|ya?ml)$` is found in the text.
pub(crate) const fn pattern_110(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<10> = Dfa {
        ascii: &classes(&[".", "a", "j", "l", "m", "n", "o", "s", "y"]),
        others: &[],
        start: 2,
        accepting: 10,
        next: Next::Narrow(&[
            [2, 6, 2, 2, 2, 2, 2, 2, 2, 2],
            [2, 6, 2, 2, 2, 2, 10, 2, 2, 2],
            [2, 6, 2, 2, 2, 2, 2, 3, 2, 2],
            [2, 6, 2, 2, 2, 2, 2, 2, 4, 2],
            [2, 6, 2, 5, 2, 2, 2, 2, 2, 9],
            [2, 6, 2, 2, 10, 2, 2, 2, 2, 2],
            [2, 6, 2, 2, 2, 7, 2, 2, 2, 2],
            [2, 6, 8, 2, 2, 7, 2, 2, 2, 2],
            [2, 6, 2, 2, 2, 2, 2, 2, 2, 2],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^[^/]+$` is found in the text.
pub(crate) const fn pattern_111(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::not("/");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[^/]+/[^/]+$` is found in the text.
pub(crate) const fn pattern_112(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::not("/");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.literal("/") && scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[^/]*/[^/]*/[^/]*$` is found in the text.
pub(crate) const fn pattern_113(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::not("/");
    let mut scan = Scan::new(text);
    scan.at_least(0, &CLASS)
        && scan.literal("/")
        && scan.at_least(0, &CLASS)
        && scan.literal("/")
        && scan.at_least(0, &CLASS)
        && scan.is_at_end()
}

/// Whether the pattern `^([^/]+/)*[^/]+$` is found in the text.
pub(crate) const fn pattern_114(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<2> = Dfa {
        ascii: &classes(&["/"]),
        others: &[],
        start: 2,
        accepting: 3,
        next: Next::Narrow(&[
            [3, 0],
            [3, 2],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^[^\\/:*?"<>|]+$` is found in the text.
pub(crate) const fn pattern_115(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::not("\"*/:<>?\\|");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[^<>]*$` is found in the text.
pub(crate) const fn pattern_116(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::not("<>");
    let mut scan = Scan::new(text);
    scan.at_least(0, &CLASS) && scan.is_at_end()
}

/// Whether the pattern ``^[^"'`]*$`` is found in the text.
pub(crate) const fn pattern_117(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::not("\"'`");
    let mut scan = Scan::new(text);
    scan.at_least(0, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[^,]+(,[^,]+)*$` is found in the text.
pub(crate) const fn pattern_118(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<2> = Dfa {
        ascii: &classes(&[","]),
        others: &[],
        start: 2,
        accepting: 3,
        next: Next::Narrow(&[
            [3, 0],
            [3, 2],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^[^\x00-\x1F]+$` is found in the text.
pub(crate) const fn pattern_119(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::not("\0-\u{1f}");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[\x20-\x7E]+$` is found in the text.
pub(crate) const fn pattern_120(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of(" -~");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[\x21-\x7e]{1,50}$` is found in the text.
pub(crate) const fn pattern_121(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("!-~");
    let mut scan = Scan::new(text);
    scan.between(1, 50, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[\u0020-\u007E]*$` is found in the text.
pub(crate) const fn pattern_122(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of(" -~");
    let mut scan = Scan::new(text);
    scan.at_least(0, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[\u0009\u000A\u000D\u0020-\uD7FF\uE000-\uFFFD]*$` is found in the text.
pub(crate) const fn pattern_123(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("\t\n\r -\u{d7ff}\u{e000}-�");
    let mut scan = Scan::new(text);
    scan.at_least(0, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[ -~]{8,64}$` is found in the text.
pub(crate) const fn pattern_124(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of(" -~");
    let mut scan = Scan::new(text);
    scan.between(8, 64, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[!-~]+$` is found in the text.
pub(crate) const fn pattern_125(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("!-~");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `[^\u0000-\u007F]` is found in the text.
pub(crate) const fn pattern_126(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, contains_any};
    const CLASS: Class = Class::not("\0-\u{7f}");
    contains_any(text, &CLASS)
}

/// Whether the pattern `^[\u4e00-\u9fa5]+$` is found in the text.
pub(crate) const fn pattern_127(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("一-龥");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[\u0400-\u04FF ]+$` is found in the text.
pub(crate) const fn pattern_128(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of(" Ѐ-ӿ");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[à-öø-ÿ]+$` is found in the text.
pub(crate) const fn pattern_129(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("à-öø-ÿ");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^é+$` is found in the text.
pub(crate) const fn pattern_130(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("é");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[éa]{2}$` is found in the text.
pub(crate) const fn pattern_131(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("aé");
    let mut scan = Scan::new(text);
    scan.exactly(2, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `é` is found in the text.
pub(crate) const fn pattern_132(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::contains;
    contains(text, "é")
}

/// Whether the pattern `ß$` is found in the text.
pub(crate) const fn pattern_133(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::ends_with;
    ends_with(text, "ß")
}

/// Whether the pattern `^日本` is found in the text.
pub(crate) const fn pattern_134(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::starts_with;
    starts_with(text, "日本")
}

/// Whether the pattern `^\u{1F432}*$` is found in the text.
pub(crate) const fn pattern_135(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("🐲");
    let mut scan = Scan::new(text);
    scan.at_least(0, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^\uD83D\uDC32*$` is found in the text.
pub(crate) const fn pattern_136(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("🐲");
    let mut scan = Scan::new(text);
    scan.at_least(0, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^🐲+$` is found in the text.
pub(crate) const fn pattern_137(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("🐲");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `[🐉-🐲]` is found in the text.
pub(crate) const fn pattern_138(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, contains_any};
    const CLASS: Class = Class::of("🐉-🐲");
    contains_any(text, &CLASS)
}

/// Whether the pattern `^[^🐲]$` is found in the text.
pub(crate) const fn pattern_139(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::not("🐲");
    let mut scan = Scan::new(text);
    scan.exactly(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^.🐲.$` is found in the text.
pub(crate) const fn pattern_140(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{NOT_LINE_END, Scan};
    let mut scan = Scan::new(text);
    scan.exactly(1, &NOT_LINE_END)
        && scan.literal("🐲")
        && scan.exactly(1, &NOT_LINE_END)
        && scan.is_at_end()
}

/// Whether the pattern `\u{1F600}|\u2603` is found in the text.
pub(crate) const fn pattern_141(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, contains_any};
    const CLASS: Class = Class::of("☃😀");
    contains_any(text, &CLASS)
}

/// Whether the pattern `^\x41\u0042\cJ$` is found in the text.
pub(crate) const fn pattern_142(text: &str) -> bool {
    matches!(text.as_bytes(), b"AB\n")
}

/// Whether the pattern `^\t$` is found in the text.
pub(crate) const fn pattern_143(text: &str) -> bool {
    matches!(text.as_bytes(), b"\t")
}

/// Whether the pattern `^\n$` is found in the text.
pub(crate) const fn pattern_144(text: &str) -> bool {
    matches!(text.as_bytes(), b"\n")
}

/// Whether the pattern `^[\t\n\v\f\r]+$` is found in the text.
pub(crate) const fn pattern_145(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("\t-\r");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `\0` is found in the text.
pub(crate) const fn pattern_146(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::contains;
    contains(text, "\0")
}

/// Whether the pattern `^[\0-\x08]$` is found in the text.
pub(crate) const fn pattern_147(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("\0-\u{8}");
    let mut scan = Scan::new(text);
    text.len() == 1 && scan.exactly(1, &CLASS)
}

/// Whether the pattern `^\cA\cb$` is found in the text.
pub(crate) const fn pattern_148(text: &str) -> bool {
    matches!(text.as_bytes(), b"\x01\x02")
}

/// Whether the pattern `^[\b]$` is found in the text.
pub(crate) const fn pattern_149(text: &str) -> bool {
    matches!(text.as_bytes(), b"\x08")
}

/// Whether the pattern `^a\bb$` is found in the text.
pub(crate) const fn pattern_150(_text: &str) -> bool {
    false
}

/// Whether the pattern `\bfoo\b` is found in the text.
pub(crate) const fn pattern_151(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<4> = Dfa {
        ascii: &classes(&["0-9A-Z_a-eg-np-z", "f", "o"]),
        others: &[],
        start: 5,
        accepting: 6,
        next: Next::Narrow(&[
            [5, 2, 2, 2],
            [5, 2, 2, 6],
            [5, 2, 2, 3],
            [5, 2, 4, 2],
            [1, 2, 2, 2],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^\bfoo` is found in the text.
pub(crate) const fn pattern_152(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["f", "o"]),
        others: &[],
        start: 4,
        accepting: 5,
        next: Next::Narrow(&[
            [0, 0, 1],
            [0, 0, 2],
            [0, 3, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `foo\b` is found in the text.
pub(crate) const fn pattern_153(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<4> = Dfa {
        ascii: &classes(&["0-9A-Z_a-eg-np-z", "f", "o"]),
        others: &[],
        start: 2,
        accepting: 5,
        next: Next::Narrow(&[
            [2, 2, 4, 2],
            [2, 2, 4, 5],
            [2, 2, 4, 3],
            [1, 2, 4, 2],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `\Bfoo` is found in the text.
pub(crate) const fn pattern_154(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<4> = Dfa {
        ascii: &classes(&["0-9A-Z_a-eg-np-z", "f", "o"]),
        others: &[],
        start: 2,
        accepting: 6,
        next: Next::Narrow(&[
            [2, 5, 5, 5],
            [2, 5, 4, 1],
            [2, 5, 4, 3],
            [2, 5, 4, 5],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `foo\B` is found in the text.
pub(crate) const fn pattern_155(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<4> = Dfa {
        ascii: &classes(&["0-9A-Z_a-eg-np-z", "f", "o"]),
        others: &[],
        start: 2,
        accepting: 6,
        next: Next::Narrow(&[
            [2, 2, 5, 2],
            [2, 1, 1, 1],
            [2, 2, 5, 3],
            [2, 2, 5, 4],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `\b\d{4}\b` is found in the text.
pub(crate) const fn pattern_156(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["0-9", "A-Z_a-z"]),
        others: &[],
        start: 6,
        accepting: 7,
        next: Next::Narrow(&[
            [6, 2, 2],
            [6, 7, 2],
            [6, 3, 2],
            [6, 4, 2],
            [6, 5, 2],
            [1, 2, 2],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^\w+\b.\b\w+$` is found in the text.
pub(crate) const fn pattern_157(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["\n\r", "0-9A-Z_a-z"]),
        others: &[0x00_000080, 0x01_002028, 0x00_00202A],
        start: 4,
        accepting: 5,
        next: Next::Narrow(&[
            [0, 0, 5],
            [2, 0, 3],
            [0, 0, 3],
            [0, 0, 5],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^\B$` is found in the text.
pub(crate) const fn pattern_158(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<1> = Dfa {
        ascii: &classes(&[]),
        others: &[],
        start: 2,
        accepting: 2,
        next: Next::Narrow(&[[
            0,
        ]]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^\b$` is found in the text.
pub(crate) const fn pattern_159(_text: &str) -> bool {
    false
}

/// Whether the pattern `^(\b\w+\b\s?)+$` is found in the text.
pub(crate) const fn pattern_160(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["\t-\r ", "0-9A-Z_a-z"]),
        others: &[
            0x00_000080,
            0x01_0000A0,
            0x00_0000A1,
            0x01_001680,
            0x00_001681,
            0x01_002000,
            0x00_00200B,
            0x01_002028,
            0x00_00202A,
            0x01_00202F,
            0x00_002030,
            0x01_00205F,
            0x00_002060,
            0x01_003000,
            0x00_003001,
            0x01_00FEFF,
            0x00_00FF00,
        ],
        start: 2,
        accepting: 3,
        next: Next::Narrow(&[
            [0, 0, 4],
            [0, 0, 4],
            [0, 3, 4],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `a` is found in the text.
pub(crate) const fn pattern_161(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::contains;
    contains(text, "a")
}

/// Whether the pattern `abc` is found in the text.
pub(crate) const fn pattern_162(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::contains;
    contains(text, "abc")
}

/// Whether the pattern `^abc` is found in the text.
pub(crate) const fn pattern_163(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::starts_with;
    starts_with(text, "abc")
}

/// Whether the pattern `abc$` is found in the text.
pub(crate) const fn pattern_164(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::ends_with;
    ends_with(text, "abc")
}

/// Whether the pattern `^abc$` is found in the text.
pub(crate) const fn pattern_165(text: &str) -> bool {
    matches!(text.as_bytes(), b"abc")
}

/// Whether the pattern `a|b` is found in the text.
pub(crate) const fn pattern_166(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, contains_any};
    const CLASS: Class = Class::of("ab");
    contains_any(text, &CLASS)
}

/// Whether the pattern `a|b|c|d|e` is found in the text.
pub(crate) const fn pattern_167(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, contains_any};
    const CLASS: Class = Class::of("a-e");
    contains_any(text, &CLASS)
}

/// Whether the pattern `^a|b$` is found in the text.
pub(crate) const fn pattern_168(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::Scan;
    let mut scan = Scan::new(text);
    if scan.literal("a") {
        return true;
    }
    let mut scan = Scan::last(text, 1);
    scan.literal("b")
}

/// Whether the pattern `^a$|^b$` is found in the text.
pub(crate) const fn pattern_169(text: &str) -> bool {
    matches!(text.as_bytes(), b"a" | b"b")
}

/// Whether the pattern `^(a|b)$` is found in the text.
pub(crate) const fn pattern_170(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("ab");
    let mut scan = Scan::new(text);
    text.len() == 1 && scan.exactly(1, &CLASS)
}

/// Whether the pattern `^(?:a|b|c)$` is found in the text.
pub(crate) const fn pattern_171(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("a-c");
    let mut scan = Scan::new(text);
    text.len() == 1 && scan.exactly(1, &CLASS)
}

/// Whether the pattern `^(GET|POST|PUT|DELETE)$` is found in the text.
pub(crate) const fn pattern_172(text: &str) -> bool {
    matches!(text.as_bytes(), b"DELETE" | b"GET" | b"POST" | b"PUT")
}

/// Whether the pattern `^(asc|desc)$` is found in the text.
pub(crate) const fn pattern_173(text: &str) -> bool {
    matches!(text.as_bytes(), b"asc" | b"desc")
}

/// Whether the pattern `^(ASC|DESC|asc|desc)?$` is found in the text.
pub(crate) const fn pattern_174(text: &str) -> bool {
    matches!(text.as_bytes(), b"" | b"ASC" | b"DESC" | b"asc" | b"desc")
}

/// Whether the pattern `^-?(name|date|size)$` is found in the text.
pub(crate) const fn pattern_175(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::Scan;
    let mut scan = Scan::new(text);
    scan.optional("-") && scan.one_of(&["name", "date", "size"]) && scan.is_at_end()
}

/// Whether the pattern `^(\+|-)?[a-z]+$` is found in the text.
pub(crate) const fn pattern_176(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, LOWER, Scan};
    const CLASS: Class = Class::of("+-");
    let mut scan = Scan::new(text);
    scan.between(0, 1, &CLASS) && scan.at_least(1, &LOWER) && scan.is_at_end()
}

/// Whether the pattern `^[+-]?\d+$` is found in the text.
pub(crate) const fn pattern_177(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, DIGIT, Scan};
    const CLASS: Class = Class::of("+-");
    let mut scan = Scan::new(text);
    scan.between(0, 1, &CLASS) && scan.at_least(1, &DIGIT) && scan.is_at_end()
}

/// Whether the pattern `^[+-]?\d+(\.\d+)?$` is found in the text.
pub(crate) const fn pattern_178(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, DIGIT, Scan};
    const CLASS: Class = Class::of("+-");
    let mut scan = Scan::new(text);
    if scan.between(0, 1, &CLASS)
        && scan.at_least(1, &DIGIT)
        && scan.literal(".")
        && scan.at_least(1, &DIGIT)
        && scan.is_at_end() {
        return true;
    }
    let mut scan = Scan::new(text);
    scan.between(0, 1, &CLASS) && scan.at_least(1, &DIGIT) && scan.is_at_end()
}

/// Whether the pattern `^-?(0|[1-9]\d*)$` is found in the text.
pub(crate) const fn pattern_179(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, DIGIT, Scan};
    const CLASS: Class = Class::of("1-9");
    let mut scan = Scan::new(text);
    if scan.optional("-") && scan.literal("0") && scan.is_at_end() {
        return true;
    }
    let mut scan = Scan::new(text);
    scan.optional("-") && scan.exactly(1, &CLASS) && scan.at_least(0, &DIGIT) && scan.is_at_end()
}

/// Whether the pattern `^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$` is found in the text.
pub(crate) const fn pattern_180(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<7> = Dfa {
        ascii: &classes(&["+", "-", ".", "0", "1-9", "Ee"]),
        others: &[],
        start: 6,
        accepting: 7,
        next: Next::Narrow(&[
            [0, 0, 0, 0, 7, 10, 0],
            [0, 0, 0, 0, 9, 9, 0],
            [0, 0, 0, 0, 8, 8, 0],
            [0, 4, 4, 0, 8, 8, 0],
            [0, 0, 2, 0, 7, 10, 0],
            [0, 0, 0, 3, 0, 0, 5],
            [0, 0, 0, 0, 8, 8, 0],
            [0, 0, 0, 0, 9, 9, 5],
            [0, 0, 0, 3, 10, 10, 5],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^\d+\.\d{2}$` is found in the text.
pub(crate) const fn pattern_181(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{DIGIT, Scan};
    let mut scan = Scan::new(text);
    scan.at_least(1, &DIGIT) && scan.literal(".") && scan.exactly(2, &DIGIT) && scan.is_at_end()
}

/// Whether the pattern `^\d{1,10}(\.\d{1,4})?$` is found in the text.
pub(crate) const fn pattern_182(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{DIGIT, Scan};
    let mut scan = Scan::new(text);
    if scan.between(1, 10, &DIGIT)
        && scan.literal(".")
        && scan.between(1, 4, &DIGIT)
        && scan.is_at_end() {
        return true;
    }
    let mut scan = Scan::new(text);
    scan.between(1, 10, &DIGIT) && scan.is_at_end()
}

/// Whether the pattern `^\$?\d{1,3}(,\d{3})*(\.\d{2})?$` is found in the text.
pub(crate) const fn pattern_183(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<5> = Dfa {
        ascii: &classes(&["$", ",", ".", "0-9"]),
        others: &[],
        start: 4,
        accepting: 9,
        next: Next::Narrow(&[
            [0, 0, 0, 0, 9],
            [0, 0, 0, 0, 11],
            [0, 3, 0, 0, 11],
            [0, 0, 0, 0, 2],
            [0, 0, 0, 0, 8],
            [0, 0, 0, 0, 12],
            [0, 0, 0, 0, 7],
            [0, 0, 0, 0, 0],
            [0, 0, 6, 5, 12],
            [0, 0, 6, 5, 10],
            [0, 0, 6, 5, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$` is found in the text.
pub(crate) const fn pattern_184(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<4> = Dfa {
        ascii: &classes(&[".", "0", "1-9"]),
        others: &[],
        start: 7,
        accepting: 9,
        next: Next::Narrow(&[
            [0, 0, 9, 10],
            [0, 2, 0, 0],
            [0, 0, 3, 5],
            [0, 2, 5, 5],
            [0, 4, 0, 0],
            [0, 0, 6, 8],
            [0, 4, 8, 8],
            [0, 0, 0, 0],
            [0, 0, 10, 10],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^v?\d+\.\d+\.\d+$` is found in the text.
pub(crate) const fn pattern_185(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{DIGIT, Scan};
    let mut scan = Scan::new(text);
    scan.optional("v")
        && scan.at_least(1, &DIGIT)
        && scan.literal(".")
        && scan.at_least(1, &DIGIT)
        && scan.literal(".")
        && scan.at_least(1, &DIGIT)
        && scan.is_at_end()
}

/// Whether the pattern `^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.…` is found in the text.
pub(crate) const fn pattern_186(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<7> = Dfa {
        ascii: &classes(&["+", "-", ".", "0", "1-9", "A-Za-z"]),
        others: &[],
        start: 10,
        accepting: 12,
        next: Next::Narrow(&[
            [0, 0, 14, 0, 2, 2, 14],
            [0, 0, 14, 0, 13, 14, 14],
            [0, 0, 15, 0, 15, 15, 15],
            [0, 0, 0, 0, 12, 16, 0],
            [0, 0, 0, 5, 0, 0, 0],
            [0, 0, 0, 0, 6, 8, 0],
            [0, 0, 0, 5, 8, 8, 0],
            [0, 0, 0, 7, 0, 0, 0],
            [0, 0, 0, 0, 9, 11, 0],
            [0, 0, 0, 7, 11, 11, 0],
            [0, 4, 3, 0, 0, 0, 0],
            [0, 4, 14, 3, 2, 2, 14],
            [0, 4, 14, 3, 14, 14, 14],
            [0, 0, 15, 4, 15, 15, 15],
            [0, 4, 3, 0, 16, 16, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^\+[1-9]\d{1,14}$` is found in the text.
pub(crate) const fn pattern_187(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, DIGIT, Scan};
    const CLASS: Class = Class::of("1-9");
    let mut scan = Scan::new(text);
    scan.literal("+") && scan.exactly(1, &CLASS) && scan.between(1, 14, &DIGIT) && scan.is_at_end()
}

/// Whether the pattern `^\+?[0-9]{7,15}$` is found in the text.
pub(crate) const fn pattern_188(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{DIGIT, Scan};
    let mut scan = Scan::new(text);
    scan.optional("+") && scan.between(7, 15, &DIGIT) && scan.is_at_end()
}

/// Whether the pattern `^(\+91)?[6-9]\d{9}$` is found in the text.
pub(crate) const fn pattern_189(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, DIGIT, Scan};
    const CLASS: Class = Class::of("6-9");
    let mut scan = Scan::new(text);
    scan.optional("+91") && scan.exactly(1, &CLASS) && scan.exactly(9, &DIGIT) && scan.is_at_end()
}

/// Whether the pattern `^\+?1?[-. ]?\(?\d{3}\)?[-. ]?\d{3}[-. ]?\d{4}$` is found in the text.
pub(crate) const fn pattern_190(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<7> = Dfa {
        ascii: &classes(&[" .-", "(", ")", "+", "02-9", "1"]),
        others: &[],
        start: 13,
        accepting: 27,
        next: Next::Narrow(&[
            [0, 0, 0, 0, 0, 27, 27],
            [0, 0, 0, 0, 0, 28, 28],
            [0, 0, 0, 0, 0, 3, 3],
            [0, 16, 0, 0, 0, 4, 4],
            [0, 16, 0, 0, 0, 5, 5],
            [0, 0, 0, 0, 0, 6, 6],
            [0, 19, 0, 25, 0, 7, 7],
            [0, 19, 0, 25, 0, 8, 8],
            [0, 0, 0, 0, 0, 9, 9],
            [0, 23, 22, 0, 0, 10, 10],
            [0, 23, 22, 0, 0, 21, 11],
            [0, 23, 22, 0, 12, 21, 11],
            [0, 0, 0, 0, 0, 2, 2],
            [0, 0, 0, 0, 0, 14, 14],
            [0, 0, 0, 0, 0, 15, 15],
            [0, 0, 0, 0, 0, 26, 26],
            [0, 0, 0, 0, 0, 17, 17],
            [0, 0, 0, 0, 0, 18, 18],
            [0, 0, 0, 0, 0, 24, 24],
            [0, 0, 0, 0, 0, 20, 20],
            [0, 0, 0, 0, 0, 21, 21],
            [0, 0, 22, 0, 0, 21, 21],
            [0, 19, 0, 25, 0, 18, 18],
            [0, 19, 0, 0, 0, 18, 18],
            [0, 16, 0, 0, 0, 15, 15],
            [0, 0, 0, 0, 0, 0, 0],
            [0, 0, 0, 0, 0, 27, 27],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^[0-9+() -]{6,20}$` is found in the text.
pub(crate) const fn pattern_191(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of(" ()+0-9-");
    let mut scan = Scan::new(text);
    scan.between(6, 20, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[A-Z]{2}$` is found in the text.
pub(crate) const fn pattern_192(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Scan, UPPER};
    let mut scan = Scan::new(text);
    text.len() == 2 && scan.exactly(2, &UPPER)
}

/// Whether the pattern `^[A-Z]{3}$` is found in the text.
pub(crate) const fn pattern_193(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Scan, UPPER};
    let mut scan = Scan::new(text);
    text.len() == 3 && scan.exactly(3, &UPPER)
}

/// Whether the pattern `^[a-z]{2}$` is found in the text.
pub(crate) const fn pattern_194(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{LOWER, Scan};
    let mut scan = Scan::new(text);
    text.len() == 2 && scan.exactly(2, &LOWER)
}

/// Whether the pattern `^[a-z]{2}(-[A-Z]{2})?$` is found in the text.
pub(crate) const fn pattern_195(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{LOWER, Scan, UPPER};
    let mut scan = Scan::new(text);
    if text.len() == 5 && scan.exactly(2, &LOWER) && scan.literal("-") && scan.exactly(2, &UPPER) {
        return true;
    }
    let mut scan = Scan::new(text);
    text.len() == 2 && scan.exactly(2, &LOWER)
}

/// Whether the pattern `^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$` is found in the text.
pub(crate) const fn pattern_196(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{LOWER, Scan, UPPER};
    let mut scan = Scan::new(text);
    if scan.between(2, 3, &LOWER)
        && scan.literal("-")
        && scan.exactly(1, &UPPER)
        && scan.exactly(3, &LOWER)
        && scan.literal("-")
        && scan.exactly(2, &UPPER)
        && scan.is_at_end() {
        return true;
    }
    let mut scan = Scan::new(text);
    if scan.between(2, 3, &LOWER)
        && scan.literal("-")
        && scan.exactly(1, &UPPER)
        && scan.exactly(3, &LOWER)
        && scan.is_at_end() {
        return true;
    }
    let mut scan = Scan::new(text);
    if scan.between(2, 3, &LOWER)
        && scan.literal("-")
        && scan.exactly(2, &UPPER)
        && scan.is_at_end() {
        return true;
    }
    let mut scan = Scan::new(text);
    scan.between(2, 3, &LOWER) && scan.is_at_end()
}

/// Whether the pattern `^[a-z]{2}-[A-Z]{2}$` is found in the text.
pub(crate) const fn pattern_197(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{LOWER, Scan, UPPER};
    let mut scan = Scan::new(text);
    text.len() == 5 && scan.exactly(2, &LOWER) && scan.literal("-") && scan.exactly(2, &UPPER)
}

/// Whether the pattern `^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$` is found in the text.
pub(crate) const fn pattern_198(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, DIGIT, Scan, UPPER};
    const CLASS: Class = Class::of("0-9A-Z");
    let mut scan = Scan::new(text);
    scan.exactly(2, &UPPER)
        && scan.exactly(2, &DIGIT)
        && scan.between(11, 30, &CLASS)
        && scan.is_at_end()
}

/// Whether the pattern `^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$` is found in the text.
pub(crate) const fn pattern_199(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan, UPPER};
    const CLASS: Class = Class::of("0-9A-Z");
    let mut scan = Scan::new(text);
    if text.len() == 11 && scan.exactly(6, &UPPER) && scan.exactly(5, &CLASS) {
        return true;
    }
    let mut scan = Scan::new(text);
    text.len() == 8 && scan.exactly(6, &UPPER) && scan.exactly(2, &CLASS)
}

/// Whether the pattern `^[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}$` is found in the text.
pub(crate) const fn pattern_200(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<4> = Dfa {
        ascii: &classes(&[" ", "0-9", "A-Z"]),
        others: &[],
        start: 8,
        accepting: 11,
        next: Next::Narrow(&[
            [0, 0, 0, 11],
            [0, 0, 0, 2],
            [0, 0, 3, 0],
            [0, 4, 3, 2],
            [0, 4, 5, 10],
            [0, 0, 6, 0],
            [0, 0, 0, 9],
            [0, 0, 6, 7],
            [0, 4, 3, 0],
            [0, 0, 0, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^\d{5}(-\d{4})?$` is found in the text.
pub(crate) const fn pattern_201(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{DIGIT, Scan};
    let mut scan = Scan::new(text);
    if text.len() == 10 && scan.exactly(5, &DIGIT) && scan.literal("-") && scan.exactly(4, &DIGIT) {
        return true;
    }
    let mut scan = Scan::new(text);
    text.len() == 5 && scan.exactly(5, &DIGIT)
}

/// Whether the pattern `^\d{5}$|^\d{5}-\d{4}$` is found in the text.
pub(crate) const fn pattern_202(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{DIGIT, Scan};
    let mut scan = Scan::new(text);
    if text.len() == 5 && scan.exactly(5, &DIGIT) {
        return true;
    }
    let mut scan = Scan::new(text);
    text.len() == 10 && scan.exactly(5, &DIGIT) && scan.literal("-") && scan.exactly(4, &DIGIT)
}

/// Whether the pattern `^[ABCEGHJKLMNPRSTVXY]\d[A-Z] ?\d[A-Z]\d$` is found in the text.
pub(crate) const fn pattern_203(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, DIGIT, Scan, UPPER};
    const CLASS: Class = Class::of("A-CEGHJ-NPR-TVXY");
    let mut scan = Scan::new(text);
    scan.exactly(1, &CLASS)
        && scan.exactly(1, &DIGIT)
        && scan.exactly(1, &UPPER)
        && scan.optional(" ")
        && scan.exactly(1, &DIGIT)
        && scan.exactly(1, &UPPER)
        && scan.exactly(1, &DIGIT)
        && scan.is_at_end()
}

/// Whether the pattern `^(4\d{12}(\d{3})?|5[1-5]\d{14}|3[47]\d{13})$` is found in the text.
pub(crate) const fn pattern_204(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, DIGIT, Scan};
    const CLASS: Class = Class::of("1-5");
    const CLASS_2: Class = Class::of("47");
    let mut scan = Scan::new(text);
    if text.len() == 16 && scan.literal("4") && scan.exactly(15, &DIGIT) {
        return true;
    }
    let mut scan = Scan::new(text);
    if text.len() == 13 && scan.literal("4") && scan.exactly(12, &DIGIT) {
        return true;
    }
    let mut scan = Scan::new(text);
    if text.len() == 16
        && scan.literal("5")
        && scan.exactly(1, &CLASS)
        && scan.exactly(14, &DIGIT) {
        return true;
    }
    let mut scan = Scan::new(text);
    text.len() == 15 && scan.literal("3") && scan.exactly(1, &CLASS_2) && scan.exactly(13, &DIGIT)
}

/// Whether the pattern `^\d{3}-\d{2}-\d{4}$` is found in the text.
pub(crate) const fn pattern_205(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{DIGIT, Scan};
    let mut scan = Scan::new(text);
    text.len() == 11
        && scan.exactly(3, &DIGIT)
        && scan.literal("-")
        && scan.exactly(2, &DIGIT)
        && scan.literal("-")
        && scan.exactly(4, &DIGIT)
}

/// Whether the pattern `^(?!000|666)[0-8]\d{2}-(?!00)\d{2}-(?!0000)\d{4}$` is found in the text.
pub(crate) const fn pattern_206(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<6> = Dfa {
        ascii: &classes(&["-", "0", "1-578", "6", "9"]),
        others: &[],
        start: 12,
        accepting: 21,
        next: Next::Narrow(&[
            [0, 0, 0, 21, 21, 21],
            [0, 0, 2, 18, 18, 18],
            [0, 0, 3, 19, 19, 19],
            [0, 0, 4, 20, 20, 20],
            [0, 5, 0, 0, 0, 0],
            [0, 0, 0, 6, 6, 6],
            [0, 0, 7, 17, 17, 17],
            [0, 8, 0, 0, 0, 0],
            [0, 0, 9, 9, 0, 9],
            [0, 0, 13, 15, 15, 15],
            [0, 0, 11, 16, 14, 0],
            [0, 0, 0, 9, 9, 9],
            [0, 0, 15, 15, 10, 15],
            [0, 0, 9, 9, 9, 9],
            [0, 0, 15, 15, 15, 15],
            [0, 0, 6, 6, 6, 6],
            [0, 0, 21, 21, 21, 21],
            [0, 0, 18, 18, 18, 18],
            [0, 0, 19, 19, 19, 19],
            [0, 0, 0, 0, 0, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^\d{13,19}$` is found in the text.
pub(crate) const fn pattern_207(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{DIGIT, Scan};
    let mut scan = Scan::new(text);
    scan.between(13, 19, &DIGIT) && scan.is_at_end()
}

/// Whether the pattern `^[A-HJ-NPR-Z0-9]{17}$` is found in the text.
pub(crate) const fn pattern_208(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("0-9A-HJ-NPR-Z");
    let mut scan = Scan::new(text);
    text.len() == 17 && scan.exactly(17, &CLASS)
}

/// Whether the pattern `^97[89]\d{10}$` is found in the text.
pub(crate) const fn pattern_209(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, DIGIT, Scan};
    const CLASS: Class = Class::of("89");
    let mut scan = Scan::new(text);
    text.len() == 13 && scan.literal("97") && scan.exactly(1, &CLASS) && scan.exactly(10, &DIGIT)
}

/// Whether the pattern `^\d{9}[\dX]$` is found in the text.
pub(crate) const fn pattern_210(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, DIGIT, Scan};
    const CLASS: Class = Class::of("0-9X");
    let mut scan = Scan::new(text);
    text.len() == 10 && scan.exactly(9, &DIGIT) && scan.exactly(1, &CLASS)
}

/// Whether the pattern `^(?=.*[A-Z])(?=.*[a-z])(?=.*\d).{8,}$` is found in the text.
pub(crate) const fn pattern_211(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<5> = Dfa {
        ascii: &classes(&["\n\r", "0-9", "A-Z", "a-z"]),
        others: &[0x00_000080, 0x01_002028, 0x00_00202A],
        start: 9,
        accepting: 49,
        next: Next::Narrow(&[
            [49, 0, 49, 49, 49],
            [24, 0, 24, 24, 2],
            [3, 0, 3, 3, 26],
            [4, 0, 4, 4, 28],
            [5, 0, 5, 5, 30],
            [6, 0, 6, 6, 32],
            [11, 0, 11, 7, 33],
            [12, 0, 8, 10, 34],
            [13, 0, 7, 13, 35],
            [14, 0, 14, 6, 31],
            [15, 0, 11, 13, 36],
            [16, 0, 6, 16, 37],
            [17, 0, 17, 5, 29],
            [18, 0, 14, 16, 38],
            [19, 0, 5, 19, 39],
            [20, 0, 20, 4, 27],
            [21, 0, 17, 19, 40],
            [22, 0, 4, 22, 41],
            [23, 0, 23, 3, 25],
            [44, 0, 20, 22, 42],
            [43, 0, 3, 43, 45],
            [23, 0, 23, 24, 46],
            [24, 0, 24, 24, 49],
            [46, 0, 46, 2, 46],
            [2, 0, 2, 2, 2],
            [25, 0, 25, 26, 25],
            [26, 0, 26, 26, 26],
            [27, 0, 27, 28, 27],
            [28, 0, 28, 28, 28],
            [29, 0, 29, 30, 29],
            [30, 0, 30, 30, 30],
            [31, 0, 31, 32, 31],
            [36, 0, 33, 35, 36],
            [37, 0, 32, 37, 37],
            [38, 0, 31, 37, 38],
            [39, 0, 30, 39, 39],
            [40, 0, 29, 39, 40],
            [41, 0, 28, 41, 41],
            [42, 0, 27, 41, 42],
            [45, 0, 26, 45, 45],
            [47, 0, 25, 45, 47],
            [43, 0, 24, 43, 48],
            [44, 0, 23, 43, 47],
            [48, 0, 2, 48, 48],
            [46, 0, 46, 49, 46],
            [47, 0, 46, 48, 47],
            [48, 0, 49, 48, 48],
            [49, 0, 49, 49, 49],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(?=.*\d)(?=.*[a-z]).{4,8}$` is found in the text.
pub(crate) const fn pattern_212(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<4> = Dfa {
        ascii: &classes(&["\n\r", "0-9", "a-z"]),
        others: &[0x00_000080, 0x01_002028, 0x00_00202A],
        start: 11,
        accepting: 25,
        next: Next::Narrow(&[
            [26, 0, 26, 26],
            [0, 0, 0, 25],
            [3, 0, 3, 27],
            [4, 0, 4, 28],
            [5, 0, 5, 29],
            [18, 0, 6, 14],
            [6, 0, 6, 26],
            [7, 0, 8, 15],
            [9, 0, 12, 16],
            [10, 0, 13, 17],
            [8, 0, 8, 2],
            [12, 0, 12, 23],
            [19, 0, 29, 19],
            [14, 0, 26, 14],
            [15, 0, 2, 15],
            [16, 0, 23, 16],
            [20, 0, 5, 19],
            [21, 0, 28, 21],
            [22, 0, 4, 21],
            [24, 0, 27, 24],
            [0, 0, 3, 24],
            [2, 0, 2, 2],
            [0, 0, 25, 0],
            [0, 0, 0, 0],
            [29, 0, 29, 29],
            [25, 0, 25, 25],
            [27, 0, 27, 27],
            [28, 0, 28, 28],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(?!\s*$).+` is found in the text.
pub(crate) const fn pattern_213(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["\t\u{b}\u{c} ", "\n\r"]),
        others: &[
            0x00_000080,
            0x01_0000A0,
            0x00_0000A1,
            0x01_001680,
            0x00_001681,
            0x01_002000,
            0x00_00200B,
            0x02_002028,
            0x00_00202A,
            0x01_00202F,
            0x00_002030,
            0x01_00205F,
            0x00_002060,
            0x01_003000,
            0x00_003001,
            0x01_00FEFF,
            0x00_00FF00,
        ],
        start: 2,
        accepting: 4,
        next: Next::Narrow(&[
            [1, 3, 0],
            [1, 3, 3],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(?! )[a-z ]+(?<! )$` is found in the text.
pub(crate) const fn pattern_214(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&[" ", "a-z"]),
        others: &[],
        start: 2,
        accepting: 4,
        next: Next::Narrow(&[
            [0, 0, 4],
            [0, 3, 4],
            [0, 3, 4],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(?!.*\.\.)[a-z.]+$` is found in the text.
pub(crate) const fn pattern_215(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&[".", "a-z"]),
        others: &[],
        start: 2,
        accepting: 3,
        next: Next::Narrow(&[
            [0, 3, 4],
            [0, 0, 4],
            [0, 3, 4],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(?!aws:)[a-z:]+$` is found in the text.
pub(crate) const fn pattern_216(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<6> = Dfa {
        ascii: &classes(&[":", "a", "b-rt-vx-z", "s", "w"]),
        others: &[],
        start: 2,
        accepting: 3,
        next: Next::Narrow(&[
            [0, 4, 6, 4, 4, 4],
            [0, 0, 4, 4, 4, 4],
            [0, 4, 4, 4, 4, 4],
            [0, 4, 4, 4, 3, 4],
            [0, 4, 4, 4, 4, 5],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(?!-)[a-z-]+(?<!-)$` is found in the text.
pub(crate) const fn pattern_217(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["-", "a-z"]),
        others: &[],
        start: 2,
        accepting: 4,
        next: Next::Narrow(&[
            [0, 0, 4],
            [0, 3, 4],
            [0, 3, 4],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(?:(?!ab).)*$` is found in the text.
pub(crate) const fn pattern_218(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<4> = Dfa {
        ascii: &classes(&["\n\r", "a", "b"]),
        others: &[0x00_000080, 0x01_002028, 0x00_00202A],
        start: 3,
        accepting: 2,
        next: Next::Narrow(&[
            [3, 0, 2, 0],
            [3, 0, 2, 3],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^((?!foo).)*$` is found in the text.
pub(crate) const fn pattern_219(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<4> = Dfa {
        ascii: &classes(&["\n\r", "f", "o"]),
        others: &[0x00_000080, 0x01_002028, 0x00_00202A],
        start: 3,
        accepting: 2,
        next: Next::Narrow(&[
            [3, 0, 4, 0],
            [3, 0, 4, 3],
            [3, 0, 4, 2],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(?=foo)` is found in the text.
pub(crate) const fn pattern_220(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["f", "o"]),
        others: &[],
        start: 4,
        accepting: 5,
        next: Next::Narrow(&[
            [0, 0, 1],
            [0, 0, 2],
            [0, 3, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `(?=foo)` is found in the text.
pub(crate) const fn pattern_221(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["f", "o"]),
        others: &[],
        start: 2,
        accepting: 5,
        next: Next::Narrow(&[
            [2, 4, 2],
            [2, 4, 1],
            [2, 4, 3],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `(?!foo)` is found in the text.
pub(crate) const fn pattern_222(_text: &str) -> bool {
    true
}

/// Whether the pattern `^(?!foo$)` is found in the text.
pub(crate) const fn pattern_223(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["f", "o"]),
        others: &[],
        start: 5,
        accepting: 3,
        next: Next::Narrow(&[
            [1, 1, 1],
            [1, 1, 2],
            [1, 1, 3],
            [1, 4, 1],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `foo(?=bar)` is found in the text.
pub(crate) const fn pattern_224(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<6> = Dfa {
        ascii: &classes(&["a", "b", "f", "o", "r"]),
        others: &[],
        start: 2,
        accepting: 8,
        next: Next::Narrow(&[
            [2, 2, 2, 7, 2, 2],
            [2, 2, 2, 7, 2, 1],
            [2, 3, 2, 7, 2, 2],
            [2, 2, 4, 7, 2, 2],
            [2, 2, 2, 7, 5, 2],
            [2, 2, 2, 7, 6, 2],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `foo(?!bar)` is found in the text.
pub(crate) const fn pattern_225(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<6> = Dfa {
        ascii: &classes(&["a", "b", "f", "o", "r"]),
        others: &[],
        start: 2,
        accepting: 5,
        next: Next::Narrow(&[
            [2, 2, 2, 4, 2, 2],
            [2, 2, 2, 4, 7, 2],
            [2, 2, 2, 4, 3, 2],
            [1, 1, 1, 1, 1, 2],
            [1, 5, 1, 1, 1, 1],
            [1, 1, 6, 1, 1, 1],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `(?<=foo)bar` is found in the text.
pub(crate) const fn pattern_226(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<6> = Dfa {
        ascii: &classes(&["a", "b", "f", "o", "r"]),
        others: &[],
        start: 2,
        accepting: 8,
        next: Next::Narrow(&[
            [2, 2, 2, 7, 2, 2],
            [2, 2, 2, 7, 2, 1],
            [2, 3, 2, 7, 2, 2],
            [2, 2, 4, 7, 2, 2],
            [2, 2, 2, 7, 5, 2],
            [2, 2, 2, 7, 6, 2],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `(?<!foo)bar` is found in the text.
pub(crate) const fn pattern_227(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<6> = Dfa {
        ascii: &classes(&["a", "b", "f", "o", "r"]),
        others: &[],
        start: 6,
        accepting: 8,
        next: Next::Narrow(&[
            [6, 6, 6, 7, 6, 6],
            [6, 6, 4, 7, 6, 1],
            [6, 3, 4, 7, 6, 6],
            [6, 6, 4, 7, 2, 6],
            [6, 6, 4, 7, 6, 6],
            [6, 6, 4, 7, 5, 6],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `(?<=^a)b` is found in the text.
pub(crate) const fn pattern_228(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["a", "b"]),
        others: &[],
        start: 3,
        accepting: 4,
        next: Next::Narrow(&[
            [0, 0, 1],
            [0, 2, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `(?<=[^a])b` is found in the text.
pub(crate) const fn pattern_229(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["a", "b"]),
        others: &[],
        start: 2,
        accepting: 4,
        next: Next::Narrow(&[
            [3, 2, 3],
            [3, 2, 1],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `(?<=\d{2})x` is found in the text.
pub(crate) const fn pattern_230(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["0-9", "x"]),
        others: &[],
        start: 2,
        accepting: 5,
        next: Next::Narrow(&[
            [2, 4, 2],
            [2, 3, 1],
            [2, 3, 2],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `(?<!\w)@\w+` is found in the text.
pub(crate) const fn pattern_231(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["0-9A-Z_a-z", "@"]),
        others: &[],
        start: 4,
        accepting: 5,
        next: Next::Narrow(&[
            [4, 2, 4],
            [4, 1, 3],
            [4, 2, 3],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(?=a*$)(?=(?:aa)*$)` is found in the text.
pub(crate) const fn pattern_232(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<2> = Dfa {
        ascii: &classes(&["a"]),
        others: &[],
        start: 3,
        accepting: 3,
        next: Next::Narrow(&[
            [0, 3],
            [0, 2],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(?=[a-f]+$)(?!.*ab).*c` is found in the text.
pub(crate) const fn pattern_233(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<5> = Dfa {
        ascii: &classes(&["a", "b", "c", "d-f"]),
        others: &[],
        start: 3,
        accepting: 4,
        next: Next::Narrow(&[
            [0, 2, 0, 5, 3],
            [0, 2, 3, 5, 3],
            [0, 4, 0, 5, 5],
            [0, 4, 5, 5, 5],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `(?=a)b` is found in the text.
pub(crate) const fn pattern_234(_text: &str) -> bool {
    false
}

/// Whether the pattern `(?=\d)\w{3}` is found in the text.
pub(crate) const fn pattern_235(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["0-9", "A-Z_a-z"]),
        others: &[],
        start: 2,
        accepting: 5,
        next: Next::Narrow(&[
            [2, 4, 2],
            [2, 1, 1],
            [2, 3, 3],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `(?:(?=a)|(?=b)b)\w$` is found in the text.
pub(crate) const fn pattern_236(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<4> = Dfa {
        ascii: &classes(&["0-9A-Z_c-z", "a", "b"]),
        others: &[],
        start: 2,
        accepting: 4,
        next: Next::Narrow(&[
            [2, 2, 4, 3],
            [2, 4, 4, 5],
            [2, 2, 4, 3],
            [2, 4, 4, 5],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(?:a(?=b)|b(?!b))+$` is found in the text.
pub(crate) const fn pattern_237(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["a", "b"]),
        others: &[],
        start: 3,
        accepting: 4,
        next: Next::Narrow(&[
            [0, 0, 4],
            [0, 2, 4],
            [0, 2, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(?=.{3,5}$)[a-z]+(?:-[a-z]+)?$` is found in the text.
pub(crate) const fn pattern_238(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["-", "a-z"]),
        others: &[],
        start: 6,
        accepting: 8,
        next: Next::Narrow(&[
            [0, 0, 9],
            [0, 0, 8],
            [0, 7, 11],
            [0, 2, 4],
            [0, 0, 5],
            [0, 0, 10],
            [0, 0, 0],
            [0, 0, 10],
            [0, 0, 8],
            [0, 3, 10],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `(?!^[0-9]+$)^[a-z0-9]+$` is found in the text.
pub(crate) const fn pattern_239(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["0-9", "a-z"]),
        others: &[],
        start: 2,
        accepting: 3,
        next: Next::Narrow(&[
            [0, 2, 3],
            [0, 3, 3],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `(?=a$)` is found in the text.
pub(crate) const fn pattern_240(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<2> = Dfa {
        ascii: &classes(&["a"]),
        others: &[],
        start: 2,
        accepting: 3,
        next: Next::Narrow(&[
            [2, 3],
            [2, 3],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `(?!a$)a` is found in the text.
pub(crate) const fn pattern_241(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<2> = Dfa {
        ascii: &classes(&["a"]),
        others: &[],
        start: 2,
        accepting: 4,
        next: Next::Narrow(&[
            [2, 3],
            [1, 1],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `(?=\ba)` is found in the text.
pub(crate) const fn pattern_242(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["0-9A-Z_b-z", "a"]),
        others: &[],
        start: 3,
        accepting: 4,
        next: Next::Narrow(&[
            [3, 2, 2],
            [3, 2, 1],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `x(?=\b)` is found in the text.
pub(crate) const fn pattern_243(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["0-9A-Z_a-wyz", "x"]),
        others: &[],
        start: 2,
        accepting: 3,
        next: Next::Narrow(&[
            [2, 2, 3],
            [1, 2, 3],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `(?=^)a` is found in the text.
pub(crate) const fn pattern_244(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<2> = Dfa {
        ascii: &classes(&["a"]),
        others: &[],
        start: 2,
        accepting: 3,
        next: Next::Narrow(&[[
            0,
            1,
        ]]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `b(?=^)` is found in the text.
pub(crate) const fn pattern_245(_text: &str) -> bool {
    false
}

/// Whether the pattern `a?` is found in the text.
pub(crate) const fn pattern_246(_text: &str) -> bool {
    true
}

/// Whether the pattern `a*` is found in the text.
pub(crate) const fn pattern_247(_text: &str) -> bool {
    true
}

/// Whether the pattern `a+` is found in the text.
pub(crate) const fn pattern_248(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::contains;
    contains(text, "a")
}

/// Whether the pattern `a??` is found in the text.
pub(crate) const fn pattern_249(_text: &str) -> bool {
    true
}

/// Whether the pattern `a+?b` is found in the text.
pub(crate) const fn pattern_250(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::contains;
    contains(text, "ab")
}

/// Whether the pattern `a{0}` is found in the text.
pub(crate) const fn pattern_251(_text: &str) -> bool {
    true
}

/// Whether the pattern `a{0}b` is found in the text.
pub(crate) const fn pattern_252(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::contains;
    contains(text, "b")
}

/// Whether the pattern `a{0,0}` is found in the text.
pub(crate) const fn pattern_253(_text: &str) -> bool {
    true
}

/// Whether the pattern `^a{0}$` is found in the text.
pub(crate) const fn pattern_254(text: &str) -> bool {
    text.is_empty()
}

/// Whether the pattern `^a{0,}$` is found in the text.
pub(crate) const fn pattern_255(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("a");
    let mut scan = Scan::new(text);
    scan.at_least(0, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^a{2}$` is found in the text.
pub(crate) const fn pattern_256(text: &str) -> bool {
    matches!(text.as_bytes(), b"aa")
}

/// Whether the pattern `^a{2,}$` is found in the text.
pub(crate) const fn pattern_257(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("a");
    let mut scan = Scan::new(text);
    scan.at_least(2, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^a{2,4}$` is found in the text.
pub(crate) const fn pattern_258(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("a");
    let mut scan = Scan::new(text);
    scan.between(2, 4, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^a{2,4}?$` is found in the text.
pub(crate) const fn pattern_259(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("a");
    let mut scan = Scan::new(text);
    scan.between(2, 4, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^(a{2}){3}$` is found in the text.
pub(crate) const fn pattern_260(text: &str) -> bool {
    matches!(text.as_bytes(), b"aaaaaa")
}

/// Whether the pattern `^(ab){2,3}$` is found in the text.
pub(crate) const fn pattern_261(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["a", "b"]),
        others: &[],
        start: 6,
        accepting: 7,
        next: Next::Narrow(&[
            [0, 0, 7],
            [0, 4, 0],
            [0, 0, 8],
            [0, 0, 3],
            [0, 5, 0],
            [0, 0, 0],
            [0, 2, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(ab)*$` is found in the text.
pub(crate) const fn pattern_262(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["a", "b"]),
        others: &[],
        start: 3,
        accepting: 3,
        next: Next::Narrow(&[
            [0, 0, 3],
            [0, 2, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(ab)+c$` is found in the text.
pub(crate) const fn pattern_263(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<4> = Dfa {
        ascii: &classes(&["a", "b", "c"]),
        others: &[],
        start: 4,
        accepting: 5,
        next: Next::Narrow(&[
            [0, 3, 0, 5],
            [0, 0, 2, 0],
            [0, 3, 0, 0],
            [0, 0, 0, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(a|ab)(c|bcd)$` is found in the text.
pub(crate) const fn pattern_264(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<5> = Dfa {
        ascii: &classes(&["a", "b", "c", "d"]),
        others: &[],
        start: 6,
        accepting: 7,
        next: Next::Narrow(&[
            [0, 0, 0, 0, 7],
            [0, 0, 0, 2, 0],
            [0, 0, 3, 8, 0],
            [0, 0, 4, 7, 0],
            [0, 5, 0, 0, 0],
            [0, 0, 0, 0, 0],
            [0, 0, 0, 0, 7],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(a*)*$` is found in the text.
pub(crate) const fn pattern_265(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<2> = Dfa {
        ascii: &classes(&["a"]),
        others: &[],
        start: 2,
        accepting: 2,
        next: Next::Narrow(&[[
            0,
            2,
        ]]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(a*)+b$` is found in the text.
pub(crate) const fn pattern_266(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["a", "b"]),
        others: &[],
        start: 2,
        accepting: 3,
        next: Next::Narrow(&[
            [0, 2, 3],
            [0, 0, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(a+)+$` is found in the text.
pub(crate) const fn pattern_267(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<2> = Dfa {
        ascii: &classes(&["a"]),
        others: &[],
        start: 2,
        accepting: 3,
        next: Next::Narrow(&[
            [0, 3],
            [0, 3],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(a|a)*$` is found in the text.
pub(crate) const fn pattern_268(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("a");
    let mut scan = Scan::new(text);
    scan.at_least(0, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^(a|b|ab)*c$` is found in the text.
pub(crate) const fn pattern_269(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["ab", "c"]),
        others: &[],
        start: 2,
        accepting: 3,
        next: Next::Narrow(&[
            [0, 2, 3],
            [0, 0, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(?:)$` is found in the text.
pub(crate) const fn pattern_270(text: &str) -> bool {
    text.is_empty()
}

/// Whether the pattern `()` is found in the text.
pub(crate) const fn pattern_271(_text: &str) -> bool {
    true
}

/// Whether the pattern `(|a)` is found in the text.
pub(crate) const fn pattern_272(_text: &str) -> bool {
    true
}

/// Whether the pattern `^(|a)$` is found in the text.
pub(crate) const fn pattern_273(text: &str) -> bool {
    matches!(text.as_bytes(), b"" | b"a")
}

/// Whether the pattern `^(a|)b$` is found in the text.
pub(crate) const fn pattern_274(text: &str) -> bool {
    matches!(text.as_bytes(), b"ab" | b"b")
}

/// Whether the pattern `^((a)|(b))*$` is found in the text.
pub(crate) const fn pattern_275(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("ab");
    let mut scan = Scan::new(text);
    scan.at_least(0, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^(((a)))$` is found in the text.
pub(crate) const fn pattern_276(text: &str) -> bool {
    matches!(text.as_bytes(), b"a")
}

/// Whether the pattern `^(?<year>\d{4})-(?<month>\d{2})$` is found in the text.
pub(crate) const fn pattern_277(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{DIGIT, Scan};
    let mut scan = Scan::new(text);
    text.len() == 7 && scan.exactly(4, &DIGIT) && scan.literal("-") && scan.exactly(2, &DIGIT)
}

/// Whether the pattern `(?:a)(?:b)` is found in the text.
pub(crate) const fn pattern_278(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::contains;
    contains(text, "ab")
}

/// Whether the pattern `x*` is found in the text.
pub(crate) const fn pattern_279(_text: &str) -> bool {
    true
}

/// Whether the pattern `^x*$` is found in the text.
pub(crate) const fn pattern_280(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("x");
    let mut scan = Scan::new(text);
    scan.at_least(0, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^x*y*$` is found in the text.
pub(crate) const fn pattern_281(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("x");
    const CLASS_2: Class = Class::of("y");
    let mut scan = Scan::new(text);
    scan.at_least(0, &CLASS) && scan.at_least(0, &CLASS_2) && scan.is_at_end()
}

/// Whether the pattern `^[xy]*z?$` is found in the text.
pub(crate) const fn pattern_282(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("xy");
    let mut scan = Scan::new(text);
    scan.at_least(0, &CLASS) && scan.optional("z") && scan.is_at_end()
}

/// Whether the pattern `^x?y?z?$` is found in the text.
pub(crate) const fn pattern_283(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::Scan;
    let mut scan = Scan::new(text);
    scan.optional("x") && scan.optional("y") && scan.optional("z") && scan.is_at_end()
}

/// Whether the pattern `^x?x?x?xxx$` is found in the text.
pub(crate) const fn pattern_284(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<2> = Dfa {
        ascii: &classes(&["x"]),
        others: &[],
        start: 4,
        accepting: 5,
        next: Next::Narrow(&[
            [0, 6],
            [0, 2],
            [0, 3],
            [0, 0],
            [0, 8],
            [0, 5],
            [0, 7],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^x+xy$` is found in the text.
pub(crate) const fn pattern_285(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["x", "y"]),
        others: &[],
        start: 4,
        accepting: 5,
        next: Next::Narrow(&[
            [0, 2, 5],
            [0, 2, 0],
            [0, 3, 0],
            [0, 0, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^[a-c]*[b-d]$` is found in the text.
pub(crate) const fn pattern_286(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<4> = Dfa {
        ascii: &classes(&["a", "bc", "d"]),
        others: &[],
        start: 2,
        accepting: 3,
        next: Next::Narrow(&[
            [0, 2, 4, 3],
            [0, 0, 0, 0],
            [0, 2, 4, 3],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^[a-c]*[d-f]+[g-i]?$` is found in the text.
pub(crate) const fn pattern_287(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("a-c");
    const CLASS_2: Class = Class::of("d-f");
    const CLASS_3: Class = Class::of("g-i");
    let mut scan = Scan::new(text);
    scan.at_least(0, &CLASS)
        && scan.at_least(1, &CLASS_2)
        && scan.between(0, 1, &CLASS_3)
        && scan.is_at_end()
}

/// Whether the pattern `^[a-z]*z$` is found in the text.
pub(crate) const fn pattern_288(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["a-y", "z"]),
        others: &[],
        start: 2,
        accepting: 3,
        next: Next::Narrow(&[
            [0, 2, 3],
            [0, 2, 3],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^[a-z]{1,3}[a-z]{2,4}$` is found in the text.
pub(crate) const fn pattern_289(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{LOWER, Scan};
    let mut scan = Scan::new(text);
    scan.between(3, 7, &LOWER) && scan.is_at_end()
}

/// Whether the pattern `^[a-z]{2}[a-z]*$` is found in the text.
pub(crate) const fn pattern_290(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{LOWER, Scan};
    let mut scan = Scan::new(text);
    scan.at_least(2, &LOWER) && scan.is_at_end()
}

/// Whether the pattern `[a-z]{2,3}` is found in the text.
pub(crate) const fn pattern_291(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<2> = Dfa {
        ascii: &classes(&["a-z"]),
        others: &[],
        start: 2,
        accepting: 4,
        next: Next::Narrow(&[
            [2, 3],
            [2, 1],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `[0-9]{4}$` is found in the text.
pub(crate) const fn pattern_292(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{DIGIT, Scan};
    let mut scan = Scan::last(text, 4);
    scan.exactly(4, &DIGIT)
}

/// Whether the pattern `^[0-9]{4}` is found in the text.
pub(crate) const fn pattern_293(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{DIGIT, Scan};
    let mut scan = Scan::new(text);
    scan.exactly(4, &DIGIT)
}

/// Whether the pattern `[A-Z]+[0-9]+` is found in the text.
pub(crate) const fn pattern_294(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["0-9", "A-Z"]),
        others: &[],
        start: 2,
        accepting: 4,
        next: Next::Narrow(&[
            [2, 2, 3],
            [2, 1, 3],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `[a-z]+` is found in the text.
pub(crate) const fn pattern_295(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{LOWER, contains_any};
    contains_any(text, &LOWER)
}

/// Whether the pattern `[a-z]*` is found in the text.
pub(crate) const fn pattern_296(_text: &str) -> bool {
    true
}

/// Whether the pattern `^[a-z]*` is found in the text.
pub(crate) const fn pattern_297(_text: &str) -> bool {
    true
}

/// Whether the pattern `[a-z]*$` is found in the text.
pub(crate) const fn pattern_298(_text: &str) -> bool {
    true
}

/// Whether the pattern `[a-z]+$` is found in the text.
pub(crate) const fn pattern_299(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{LOWER, Scan};
    let mut scan = Scan::last(text, 1);
    scan.exactly(1, &LOWER)
}

/// Whether the pattern `[a-z]` is found in the text.
pub(crate) const fn pattern_300(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{LOWER, contains_any};
    contains_any(text, &LOWER)
}

/// Whether the pattern `[^a-z]` is found in the text.
pub(crate) const fn pattern_301(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, contains_any};
    const CLASS: Class = Class::not("a-z");
    contains_any(text, &CLASS)
}

/// Whether the pattern `^[^a-z]$` is found in the text.
pub(crate) const fn pattern_302(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::not("a-z");
    let mut scan = Scan::new(text);
    scan.exactly(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `[]` is found in the text.
pub(crate) const fn pattern_303(_text: &str) -> bool {
    false
}

/// Whether the pattern `[^]` is found in the text.
pub(crate) const fn pattern_304(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{ANY, contains_any};
    contains_any(text, &ANY)
}

/// Whether the pattern `^[^]$` is found in the text.
pub(crate) const fn pattern_305(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{ANY, Scan};
    let mut scan = Scan::new(text);
    scan.exactly(1, &ANY) && scan.is_at_end()
}

/// Whether the pattern `^[^]+$` is found in the text.
pub(crate) const fn pattern_306(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{ANY, Scan};
    let mut scan = Scan::new(text);
    scan.at_least(1, &ANY) && scan.is_at_end()
}

/// Whether the pattern `a[]` is found in the text.
pub(crate) const fn pattern_307(_text: &str) -> bool {
    false
}

/// Whether the pattern `[]|a` is found in the text.
pub(crate) const fn pattern_308(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::contains;
    contains(text, "a")
}

/// Whether the pattern `a^` is found in the text.
pub(crate) const fn pattern_309(_text: &str) -> bool {
    false
}

/// Whether the pattern `$a` is found in the text.
pub(crate) const fn pattern_310(_text: &str) -> bool {
    false
}

/// Whether the pattern `^^a$$` is found in the text.
pub(crate) const fn pattern_311(text: &str) -> bool {
    matches!(text.as_bytes(), b"a")
}

/// Whether the pattern `a$b` is found in the text.
pub(crate) const fn pattern_312(_text: &str) -> bool {
    false
}

/// Whether the pattern `^a.c$` is found in the text.
pub(crate) const fn pattern_313(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{NOT_LINE_END, Scan};
    let mut scan = Scan::new(text);
    scan.literal("a") && scan.exactly(1, &NOT_LINE_END) && scan.literal("c") && scan.is_at_end()
}

/// Whether the pattern `^a\.c$` is found in the text.
pub(crate) const fn pattern_314(text: &str) -> bool {
    matches!(text.as_bytes(), b"a.c")
}

/// Whether the pattern `^.a.$` is found in the text.
pub(crate) const fn pattern_315(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{NOT_LINE_END, Scan};
    let mut scan = Scan::new(text);
    scan.exactly(1, &NOT_LINE_END)
        && scan.literal("a")
        && scan.exactly(1, &NOT_LINE_END)
        && scan.is_at_end()
}

/// Whether the pattern `^..$` is found in the text.
pub(crate) const fn pattern_316(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{NOT_LINE_END, Scan};
    let mut scan = Scan::new(text);
    scan.exactly(2, &NOT_LINE_END) && scan.is_at_end()
}

/// Whether the pattern `a.b` is found in the text.
pub(crate) const fn pattern_317(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<4> = Dfa {
        ascii: &classes(&["\n\r", "a", "b"]),
        others: &[0x00_000080, 0x01_002028, 0x00_00202A],
        start: 2,
        accepting: 6,
        next: Next::Narrow(&[
            [2, 2, 4, 2],
            [5, 2, 3, 1],
            [5, 2, 3, 5],
            [2, 2, 4, 1],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `a[^b]c` is found in the text.
pub(crate) const fn pattern_318(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<4> = Dfa {
        ascii: &classes(&["a", "b", "c"]),
        others: &[],
        start: 2,
        accepting: 6,
        next: Next::Narrow(&[
            [2, 4, 2, 2],
            [5, 3, 2, 1],
            [5, 3, 2, 5],
            [2, 4, 2, 1],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^[.]$` is found in the text.
pub(crate) const fn pattern_319(text: &str) -> bool {
    matches!(text.as_bytes(), b".")
}

/// Whether the pattern `^[-a]$` is found in the text.
pub(crate) const fn pattern_320(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("a-");
    let mut scan = Scan::new(text);
    text.len() == 1 && scan.exactly(1, &CLASS)
}

/// Whether the pattern `^[a-]$` is found in the text.
pub(crate) const fn pattern_321(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("a-");
    let mut scan = Scan::new(text);
    text.len() == 1 && scan.exactly(1, &CLASS)
}

/// Whether the pattern `^[a\-z]$` is found in the text.
pub(crate) const fn pattern_322(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("az-");
    let mut scan = Scan::new(text);
    text.len() == 1 && scan.exactly(1, &CLASS)
}

/// Whether the pattern `^[+--]$` is found in the text.
pub(crate) const fn pattern_323(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("+,-");
    let mut scan = Scan::new(text);
    text.len() == 1 && scan.exactly(1, &CLASS)
}

/// Whether the pattern `^[--/]$` is found in the text.
pub(crate) const fn pattern_324(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("./-");
    let mut scan = Scan::new(text);
    text.len() == 1 && scan.exactly(1, &CLASS)
}

/// Whether the pattern `^[ -/]+$` is found in the text.
pub(crate) const fn pattern_325(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of(" -/");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[*-]+$` is found in the text.
pub(crate) const fn pattern_326(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("*-");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[\]]$` is found in the text.
pub(crate) const fn pattern_327(text: &str) -> bool {
    matches!(text.as_bytes(), b"]")
}

/// Whether the pattern `^[\\]$` is found in the text.
pub(crate) const fn pattern_328(text: &str) -> bool {
    matches!(text.as_bytes(), b"\\")
}

/// Whether the pattern `^[\^a]$` is found in the text.
pub(crate) const fn pattern_329(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("^a");
    let mut scan = Scan::new(text);
    text.len() == 1 && scan.exactly(1, &CLASS)
}

/// Whether the pattern `^[a^]$` is found in the text.
pub(crate) const fn pattern_330(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("^a");
    let mut scan = Scan::new(text);
    text.len() == 1 && scan.exactly(1, &CLASS)
}

/// Whether the pattern `^[$]$` is found in the text.
pub(crate) const fn pattern_331(text: &str) -> bool {
    matches!(text.as_bytes(), b"$")
}

/// Whether the pattern `^\$\^\.\*\+\?\(\)\[\]\{\}\|\\\/$` is found in the text.
pub(crate) const fn pattern_332(text: &str) -> bool {
    matches!(text.as_bytes(), b"$^.*+?()[]{}|\\/")
}

/// Whether the pattern `^[[a]$` is found in the text.
pub(crate) const fn pattern_333(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("[a");
    let mut scan = Scan::new(text);
    text.len() == 1 && scan.exactly(1, &CLASS)
}

/// Whether the pattern `^[\w.-]+$` is found in the text.
pub(crate) const fn pattern_334(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of(".0-9A-Z_a-z-");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[\w\-]+$` is found in the text.
pub(crate) const fn pattern_335(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("0-9A-Z_a-z-");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[\w-.]+$` is found in the text.
pub(crate) const fn pattern_336(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of(".0-9A-Z_a-z-");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[\d-x]+$` is found in the text.
pub(crate) const fn pattern_337(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("0-9x-");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[a-\d]+$` is found in the text.
pub(crate) const fn pattern_338(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("0-9a-");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[\w\s]+$` is found in the text.
pub(crate) const fn pattern_339(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of(
        "\t-\r 0-9A-Z_a-z\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}\u{feff}",
    );
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[\W]$` is found in the text.
pub(crate) const fn pattern_340(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::not("0-9A-Z_a-z");
    let mut scan = Scan::new(text);
    scan.exactly(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[\D\d]$` is found in the text.
pub(crate) const fn pattern_341(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{ANY, Scan};
    let mut scan = Scan::new(text);
    scan.exactly(1, &ANY) && scan.is_at_end()
}

/// Whether the pattern `^[\S\d]+$` is found in the text.
pub(crate) const fn pattern_342(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{NOT_SPACE, Scan};
    let mut scan = Scan::new(text);
    scan.at_least(1, &NOT_SPACE) && scan.is_at_end()
}

/// Whether the pattern `^[^\W]+$` is found in the text.
pub(crate) const fn pattern_343(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Scan, WORD};
    let mut scan = Scan::new(text);
    scan.at_least(1, &WORD) && scan.is_at_end()
}

/// Whether the pattern `^[^\S ]+$` is found in the text.
pub(crate) const fn pattern_344(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of(
        "\t-\r\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}\u{feff}",
    );
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[^\d\s]+$` is found in the text.
pub(crate) const fn pattern_345(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::not(
        "\t-\r 0-9\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}\u{feff}",
    );
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `\-` is found in the text.
pub(crate) const fn pattern_346(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::contains;
    contains(text, "-")
}

/// Whether the pattern `\@` is found in the text.
pub(crate) const fn pattern_347(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::contains;
    contains(text, "@")
}

/// Whether the pattern `^\_\-\@\:\,$` is found in the text.
pub(crate) const fn pattern_348(text: &str) -> bool {
    matches!(text.as_bytes(), b"_-@:,")
}

/// Whether the pattern `\"` is found in the text.
pub(crate) const fn pattern_349(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::contains;
    contains(text, "\"")
}

/// Whether the pattern `a\ b` is found in the text.
pub(crate) const fn pattern_350(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::contains;
    contains(text, "a b")
}

/// Whether the pattern `a{1-20}` is found in the text.
pub(crate) const fn pattern_351(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::contains;
    contains(text, "a{1-20}")
}

/// Whether the pattern `a{,5}` is found in the text.
pub(crate) const fn pattern_352(_text: &str) -> bool {
    true
}

/// Whether the pattern `a{` is found in the text.
pub(crate) const fn pattern_353(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::contains;
    contains(text, "a{")
}

/// Whether the pattern `a}` is found in the text.
pub(crate) const fn pattern_354(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::contains;
    contains(text, "a}")
}

/// Whether the pattern `a]` is found in the text.
pub(crate) const fn pattern_355(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::contains;
    contains(text, "a]")
}

/// Whether the pattern `{a}` is found in the text.
pub(crate) const fn pattern_356(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::contains;
    contains(text, "{a}")
}

/// Whether the pattern `^{[a-z]+}$` is found in the text.
pub(crate) const fn pattern_357(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{LOWER, Scan};
    let mut scan = Scan::new(text);
    scan.literal("{") && scan.at_least(1, &LOWER) && scan.literal("}") && scan.is_at_end()
}

/// Whether the pattern `^x{a}$` is found in the text.
pub(crate) const fn pattern_358(text: &str) -> bool {
    matches!(text.as_bytes(), b"x{a}")
}

/// Whether the pattern `^\{[a-z]+\}$` is found in the text.
pub(crate) const fn pattern_359(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{LOWER, Scan};
    let mut scan = Scan::new(text);
    scan.literal("{") && scan.at_least(1, &LOWER) && scan.literal("}") && scan.is_at_end()
}

/// Whether the pattern `^\1$` is found in the text.
pub(crate) const fn pattern_360(text: &str) -> bool {
    matches!(text.as_bytes(), b"\x01")
}

/// Whether the pattern `(a)\2` is found in the text.
pub(crate) const fn pattern_361(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::contains;
    contains(text, "a\u{2}")
}

/// Whether the pattern `^[\1]$` is found in the text.
pub(crate) const fn pattern_362(text: &str) -> bool {
    matches!(text.as_bytes(), b"\x01")
}

/// Whether the pattern `^\07\08$` is found in the text.
pub(crate) const fn pattern_363(text: &str) -> bool {
    matches!(text.as_bytes(), b"\x07\x008")
}

/// Whether the pattern `^[\c]$` is found in the text.
pub(crate) const fn pattern_364(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("\\c");
    let mut scan = Scan::new(text);
    text.len() == 1 && scan.exactly(1, &CLASS)
}

/// Whether the pattern `\c` is found in the text.
pub(crate) const fn pattern_365(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::contains;
    contains(text, "\\c")
}

/// Whether the pattern `\cé` is found in the text.
pub(crate) const fn pattern_366(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::contains;
    contains(text, "\\cé")
}

/// Whether the pattern `^[\c1]$` is found in the text.
pub(crate) const fn pattern_367(text: &str) -> bool {
    matches!(text.as_bytes(), b"\x11")
}

/// Whether the pattern `\xg` is found in the text.
pub(crate) const fn pattern_368(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::contains;
    contains(text, "xg")
}

/// Whether the pattern `\x4` is found in the text.
pub(crate) const fn pattern_369(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::contains;
    contains(text, "x4")
}

/// Whether the pattern `\u12` is found in the text.
pub(crate) const fn pattern_370(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::contains;
    contains(text, "u12")
}

/// Whether the pattern `^\a\e\g$` is found in the text.
pub(crate) const fn pattern_371(text: &str) -> bool {
    matches!(text.as_bytes(), b"\x07\x1bg")
}

/// Whether the pattern `\A\Z` is found in the text.
pub(crate) const fn pattern_372(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::Scan;
    let mut scan = Scan::new(text);
    scan.optional("\n") && scan.is_at_end()
}

/// Whether the pattern `\h+` is found in the text.
pub(crate) const fn pattern_373(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, contains_any};
    const CLASS: Class = Class::of(
        "\t \u{a0}\u{1680}\u{180e}\u{2000}-\u{200a}\u{202f}\u{205f}\u{3000}",
    );
    contains_any(text, &CLASS)
}

/// Whether the pattern `(?=a)*b` is found in the text.
pub(crate) const fn pattern_374(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<2> = Dfa {
        ascii: &classes(&["b"]),
        others: &[],
        start: 2,
        accepting: 3,
        next: Next::Narrow(&[[
            2,
            1,
        ]]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `(?=a){2}a` is found in the text.
pub(crate) const fn pattern_375(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<2> = Dfa {
        ascii: &classes(&["a"]),
        others: &[],
        start: 2,
        accepting: 3,
        next: Next::Narrow(&[[
            2,
            1,
        ]]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `(?!a)+b` is found in the text.
pub(crate) const fn pattern_376(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<2> = Dfa {
        ascii: &classes(&["b"]),
        others: &[],
        start: 2,
        accepting: 3,
        next: Next::Narrow(&[[
            2,
            1,
        ]]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(a)\1$` is found in the text.
///
/// An engine checks it, since it has a back-reference; without the feature `regress` every string passes.
pub(crate) fn pattern_377(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::Engine;
    static ENGINE: Engine = Engine::new("^(a)(?:\\1)$");
    ENGINE.is_match(text)
}

/// Whether the pattern `^(['"]).*\1$` is found in the text.
///
/// An engine checks it, since it has a back-reference; without the feature `regress` every string passes.
pub(crate) fn pattern_378(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::Engine;
    static ENGINE: Engine = Engine::new(
        "^([\\u{22}\\u{27}])[^\\u{a}\\u{d}\\u{2028}-\\u{2029}]*(?:\\1)$",
    );
    ENGINE.is_match(text)
}

/// Whether the pattern `^(?<q>['"])x\k<q>$` is found in the text.
///
/// An engine checks it, since it has a back-reference; without the feature `regress` every string passes.
pub(crate) fn pattern_379(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::Engine;
    static ENGINE: Engine = Engine::new("^([\\u{22}\\u{27}])x(?:\\1)$");
    ENGINE.is_match(text)
}

/// Whether the pattern `(\w)\1` is found in the text.
///
/// An engine checks it, since it has a back-reference; without the feature `regress` every string passes.
pub(crate) fn pattern_380(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::Engine;
    static ENGINE: Engine = Engine::new("([0-9A-Z\\u{5f}a-z])(?:\\1)");
    ENGINE.is_match(text)
}

/// Whether the pattern `^\p{L}+$` is found in the text.
pub(crate) const fn pattern_381(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<2> = Dfa {
        ascii: &classes(&["A-Za-z"]),
        others: &[
            0x00_000080,
            0x01_0000AA,
            0x00_0000AB,
            0x01_0000B5,
            0x00_0000B6,
            0x01_0000BA,
            0x00_0000BB,
            0x01_0000C0,
            0x00_0000D7,
            0x01_0000D8,
            0x00_0000F7,
            0x01_0000F8,
            0x00_0002C2,
            0x01_0002C6,
            0x00_0002D2,
            0x01_0002E0,
            0x00_0002E5,
            0x01_0002EC,
            0x00_0002ED,
            0x01_0002EE,
            0x00_0002EF,
            0x01_000370,
            0x00_000375,
            0x01_000376,
            0x00_000378,
            0x01_00037A,
            0x00_00037E,
            0x01_00037F,
            0x00_000380,
            0x01_000386,
            0x00_000387,
            0x01_000388,
            0x00_00038B,
            0x01_00038C,
            0x00_00038D,
            0x01_00038E,
            0x00_0003A2,
            0x01_0003A3,
            0x00_0003F6,
            0x01_0003F7,
            0x00_000482,
            0x01_00048A,
            0x00_000530,
            0x01_000531,
            0x00_000557,
            0x01_000559,
            0x00_00055A,
            0x01_000560,
            0x00_000589,
            0x01_0005D0,
            0x00_0005EB,
            0x01_0005EF,
            0x00_0005F3,
            0x01_000620,
            0x00_00064B,
            0x01_00066E,
            0x00_000670,
            0x01_000671,
            0x00_0006D4,
            0x01_0006D5,
            0x00_0006D6,
            0x01_0006E5,
            0x00_0006E7,
            0x01_0006EE,
            0x00_0006F0,
            0x01_0006FA,
            0x00_0006FD,
            0x01_0006FF,
            0x00_000700,
            0x01_000710,
            0x00_000711,
            0x01_000712,
            0x00_000730,
            0x01_00074D,
            0x00_0007A6,
            0x01_0007B1,
            0x00_0007B2,
            0x01_0007CA,
            0x00_0007EB,
            0x01_0007F4,
            0x00_0007F6,
            0x01_0007FA,
            0x00_0007FB,
            0x01_000800,
            0x00_000816,
            0x01_00081A,
            0x00_00081B,
            0x01_000824,
            0x00_000825,
            0x01_000828,
            0x00_000829,
            0x01_000840,
            0x00_000859,
            0x01_000860,
            0x00_00086B,
            0x01_000870,
            0x00_000888,
            0x01_000889,
            0x00_00088F,
            0x01_0008A0,
            0x00_0008CA,
            0x01_000904,
            0x00_00093A,
            0x01_00093D,
            0x00_00093E,
            0x01_000950,
            0x00_000951,
            0x01_000958,
            0x00_000962,
            0x01_000971,
            0x00_000981,
            0x01_000985,
            0x00_00098D,
            0x01_00098F,
            0x00_000991,
            0x01_000993,
            0x00_0009A9,
            0x01_0009AA,
            0x00_0009B1,
            0x01_0009B2,
            0x00_0009B3,
            0x01_0009B6,
            0x00_0009BA,
            0x01_0009BD,
            0x00_0009BE,
            0x01_0009CE,
            0x00_0009CF,
            0x01_0009DC,
            0x00_0009DE,
            0x01_0009DF,
            0x00_0009E2,
            0x01_0009F0,
            0x00_0009F2,
            0x01_0009FC,
            0x00_0009FD,
            0x01_000A05,
            0x00_000A0B,
            0x01_000A0F,
            0x00_000A11,
            0x01_000A13,
            0x00_000A29,
            0x01_000A2A,
            0x00_000A31,
            0x01_000A32,
            0x00_000A34,
            0x01_000A35,
            0x00_000A37,
            0x01_000A38,
            0x00_000A3A,
            0x01_000A59,
            0x00_000A5D,
            0x01_000A5E,
            0x00_000A5F,
            0x01_000A72,
            0x00_000A75,
            0x01_000A85,
            0x00_000A8E,
            0x01_000A8F,
            0x00_000A92,
            0x01_000A93,
            0x00_000AA9,
            0x01_000AAA,
            0x00_000AB1,
            0x01_000AB2,
            0x00_000AB4,
            0x01_000AB5,
            0x00_000ABA,
            0x01_000ABD,
            0x00_000ABE,
            0x01_000AD0,
            0x00_000AD1,
            0x01_000AE0,
            0x00_000AE2,
            0x01_000AF9,
            0x00_000AFA,
            0x01_000B05,
            0x00_000B0D,
            0x01_000B0F,
            0x00_000B11,
            0x01_000B13,
            0x00_000B29,
            0x01_000B2A,
            0x00_000B31,
            0x01_000B32,
            0x00_000B34,
            0x01_000B35,
            0x00_000B3A,
            0x01_000B3D,
            0x00_000B3E,
            0x01_000B5C,
            0x00_000B5E,
            0x01_000B5F,
            0x00_000B62,
            0x01_000B71,
            0x00_000B72,
            0x01_000B83,
            0x00_000B84,
            0x01_000B85,
            0x00_000B8B,
            0x01_000B8E,
            0x00_000B91,
            0x01_000B92,
            0x00_000B96,
            0x01_000B99,
            0x00_000B9B,
            0x01_000B9C,
            0x00_000B9D,
            0x01_000B9E,
            0x00_000BA0,
            0x01_000BA3,
            0x00_000BA5,
            0x01_000BA8,
            0x00_000BAB,
            0x01_000BAE,
            0x00_000BBA,
            0x01_000BD0,
            0x00_000BD1,
            0x01_000C05,
            0x00_000C0D,
            0x01_000C0E,
            0x00_000C11,
            0x01_000C12,
            0x00_000C29,
            0x01_000C2A,
            0x00_000C3A,
            0x01_000C3D,
            0x00_000C3E,
            0x01_000C58,
            0x00_000C5B,
            0x01_000C5D,
            0x00_000C5E,
            0x01_000C60,
            0x00_000C62,
            0x01_000C80,
            0x00_000C81,
            0x01_000C85,
            0x00_000C8D,
            0x01_000C8E,
            0x00_000C91,
            0x01_000C92,
            0x00_000CA9,
            0x01_000CAA,
            0x00_000CB4,
            0x01_000CB5,
            0x00_000CBA,
            0x01_000CBD,
            0x00_000CBE,
            0x01_000CDD,
            0x00_000CDF,
            0x01_000CE0,
            0x00_000CE2,
            0x01_000CF1,
            0x00_000CF3,
            0x01_000D04,
            0x00_000D0D,
            0x01_000D0E,
            0x00_000D11,
            0x01_000D12,
            0x00_000D3B,
            0x01_000D3D,
            0x00_000D3E,
            0x01_000D4E,
            0x00_000D4F,
            0x01_000D54,
            0x00_000D57,
            0x01_000D5F,
            0x00_000D62,
            0x01_000D7A,
            0x00_000D80,
            0x01_000D85,
            0x00_000D97,
            0x01_000D9A,
            0x00_000DB2,
            0x01_000DB3,
            0x00_000DBC,
            0x01_000DBD,
            0x00_000DBE,
            0x01_000DC0,
            0x00_000DC7,
            0x01_000E01,
            0x00_000E31,
            0x01_000E32,
            0x00_000E34,
            0x01_000E40,
            0x00_000E47,
            0x01_000E81,
            0x00_000E83,
            0x01_000E84,
            0x00_000E85,
            0x01_000E86,
            0x00_000E8B,
            0x01_000E8C,
            0x00_000EA4,
            0x01_000EA5,
            0x00_000EA6,
            0x01_000EA7,
            0x00_000EB1,
            0x01_000EB2,
            0x00_000EB4,
            0x01_000EBD,
            0x00_000EBE,
            0x01_000EC0,
            0x00_000EC5,
            0x01_000EC6,
            0x00_000EC7,
            0x01_000EDC,
            0x00_000EE0,
            0x01_000F00,
            0x00_000F01,
            0x01_000F40,
            0x00_000F48,
            0x01_000F49,
            0x00_000F6D,
            0x01_000F88,
            0x00_000F8D,
            0x01_001000,
            0x00_00102B,
            0x01_00103F,
            0x00_001040,
            0x01_001050,
            0x00_001056,
            0x01_00105A,
            0x00_00105E,
            0x01_001061,
            0x00_001062,
            0x01_001065,
            0x00_001067,
            0x01_00106E,
            0x00_001071,
            0x01_001075,
            0x00_001082,
            0x01_00108E,
            0x00_00108F,
            0x01_0010A0,
            0x00_0010C6,
            0x01_0010C7,
            0x00_0010C8,
            0x01_0010CD,
            0x00_0010CE,
            0x01_0010D0,
            0x00_0010FB,
            0x01_0010FC,
            0x00_001249,
            0x01_00124A,
            0x00_00124E,
            0x01_001250,
            0x00_001257,
            0x01_001258,
            0x00_001259,
            0x01_00125A,
            0x00_00125E,
            0x01_001260,
            0x00_001289,
            0x01_00128A,
            0x00_00128E,
            0x01_001290,
            0x00_0012B1,
            0x01_0012B2,
            0x00_0012B6,
            0x01_0012B8,
            0x00_0012BF,
            0x01_0012C0,
            0x00_0012C1,
            0x01_0012C2,
            0x00_0012C6,
            0x01_0012C8,
            0x00_0012D7,
            0x01_0012D8,
            0x00_001311,
            0x01_001312,
            0x00_001316,
            0x01_001318,
            0x00_00135B,
            0x01_001380,
            0x00_001390,
            0x01_0013A0,
            0x00_0013F6,
            0x01_0013F8,
            0x00_0013FE,
            0x01_001401,
            0x00_00166D,
            0x01_00166F,
            0x00_001680,
            0x01_001681,
            0x00_00169B,
            0x01_0016A0,
            0x00_0016EB,
            0x01_0016F1,
            0x00_0016F9,
            0x01_001700,
            0x00_001712,
            0x01_00171F,
            0x00_001732,
            0x01_001740,
            0x00_001752,
            0x01_001760,
            0x00_00176D,
            0x01_00176E,
            0x00_001771,
            0x01_001780,
            0x00_0017B4,
            0x01_0017D7,
            0x00_0017D8,
            0x01_0017DC,
            0x00_0017DD,
            0x01_001820,
            0x00_001879,
            0x01_001880,
            0x00_001885,
            0x01_001887,
            0x00_0018A9,
            0x01_0018AA,
            0x00_0018AB,
            0x01_0018B0,
            0x00_0018F6,
            0x01_001900,
            0x00_00191F,
            0x01_001950,
            0x00_00196E,
            0x01_001970,
            0x00_001975,
            0x01_001980,
            0x00_0019AC,
            0x01_0019B0,
            0x00_0019CA,
            0x01_001A00,
            0x00_001A17,
            0x01_001A20,
            0x00_001A55,
            0x01_001AA7,
            0x00_001AA8,
            0x01_001B05,
            0x00_001B34,
            0x01_001B45,
            0x00_001B4D,
            0x01_001B83,
            0x00_001BA1,
            0x01_001BAE,
            0x00_001BB0,
            0x01_001BBA,
            0x00_001BE6,
            0x01_001C00,
            0x00_001C24,
            0x01_001C4D,
            0x00_001C50,
            0x01_001C5A,
            0x00_001C7E,
            0x01_001C80,
            0x00_001C8B,
            0x01_001C90,
            0x00_001CBB,
            0x01_001CBD,
            0x00_001CC0,
            0x01_001CE9,
            0x00_001CED,
            0x01_001CEE,
            0x00_001CF4,
            0x01_001CF5,
            0x00_001CF7,
            0x01_001CFA,
            0x00_001CFB,
            0x01_001D00,
            0x00_001DC0,
            0x01_001E00,
            0x00_001F16,
            0x01_001F18,
            0x00_001F1E,
            0x01_001F20,
            0x00_001F46,
            0x01_001F48,
            0x00_001F4E,
            0x01_001F50,
            0x00_001F58,
            0x01_001F59,
            0x00_001F5A,
            0x01_001F5B,
            0x00_001F5C,
            0x01_001F5D,
            0x00_001F5E,
            0x01_001F5F,
            0x00_001F7E,
            0x01_001F80,
            0x00_001FB5,
            0x01_001FB6,
            0x00_001FBD,
            0x01_001FBE,
            0x00_001FBF,
            0x01_001FC2,
            0x00_001FC5,
            0x01_001FC6,
            0x00_001FCD,
            0x01_001FD0,
            0x00_001FD4,
            0x01_001FD6,
            0x00_001FDC,
            0x01_001FE0,
            0x00_001FED,
            0x01_001FF2,
            0x00_001FF5,
            0x01_001FF6,
            0x00_001FFD,
            0x01_002071,
            0x00_002072,
            0x01_00207F,
            0x00_002080,
            0x01_002090,
            0x00_00209D,
            0x01_002102,
            0x00_002103,
            0x01_002107,
            0x00_002108,
            0x01_00210A,
            0x00_002114,
            0x01_002115,
            0x00_002116,
            0x01_002119,
            0x00_00211E,
            0x01_002124,
            0x00_002125,
            0x01_002126,
            0x00_002127,
            0x01_002128,
            0x00_002129,
            0x01_00212A,
            0x00_00212E,
            0x01_00212F,
            0x00_00213A,
            0x01_00213C,
            0x00_002140,
            0x01_002145,
            0x00_00214A,
            0x01_00214E,
            0x00_00214F,
            0x01_002183,
            0x00_002185,
            0x01_002C00,
            0x00_002CE5,
            0x01_002CEB,
            0x00_002CEF,
            0x01_002CF2,
            0x00_002CF4,
            0x01_002D00,
            0x00_002D26,
            0x01_002D27,
            0x00_002D28,
            0x01_002D2D,
            0x00_002D2E,
            0x01_002D30,
            0x00_002D68,
            0x01_002D6F,
            0x00_002D70,
            0x01_002D80,
            0x00_002D97,
            0x01_002DA0,
            0x00_002DA7,
            0x01_002DA8,
            0x00_002DAF,
            0x01_002DB0,
            0x00_002DB7,
            0x01_002DB8,
            0x00_002DBF,
            0x01_002DC0,
            0x00_002DC7,
            0x01_002DC8,
            0x00_002DCF,
            0x01_002DD0,
            0x00_002DD7,
            0x01_002DD8,
            0x00_002DDF,
            0x01_002E2F,
            0x00_002E30,
            0x01_003005,
            0x00_003007,
            0x01_003031,
            0x00_003036,
            0x01_00303B,
            0x00_00303D,
            0x01_003041,
            0x00_003097,
            0x01_00309D,
            0x00_0030A0,
            0x01_0030A1,
            0x00_0030FB,
            0x01_0030FC,
            0x00_003100,
            0x01_003105,
            0x00_003130,
            0x01_003131,
            0x00_00318F,
            0x01_0031A0,
            0x00_0031C0,
            0x01_0031F0,
            0x00_003200,
            0x01_003400,
            0x00_004DC0,
            0x01_004E00,
            0x00_00A48D,
            0x01_00A4D0,
            0x00_00A4FE,
            0x01_00A500,
            0x00_00A60D,
            0x01_00A610,
            0x00_00A620,
            0x01_00A62A,
            0x00_00A62C,
            0x01_00A640,
            0x00_00A66F,
            0x01_00A67F,
            0x00_00A69E,
            0x01_00A6A0,
            0x00_00A6E6,
            0x01_00A717,
            0x00_00A720,
            0x01_00A722,
            0x00_00A789,
            0x01_00A78B,
            0x00_00A7CE,
            0x01_00A7D0,
            0x00_00A7D2,
            0x01_00A7D3,
            0x00_00A7D4,
            0x01_00A7D5,
            0x00_00A7DD,
            0x01_00A7F2,
            0x00_00A802,
            0x01_00A803,
            0x00_00A806,
            0x01_00A807,
            0x00_00A80B,
            0x01_00A80C,
            0x00_00A823,
            0x01_00A840,
            0x00_00A874,
            0x01_00A882,
            0x00_00A8B4,
            0x01_00A8F2,
            0x00_00A8F8,
            0x01_00A8FB,
            0x00_00A8FC,
            0x01_00A8FD,
            0x00_00A8FF,
            0x01_00A90A,
            0x00_00A926,
            0x01_00A930,
            0x00_00A947,
            0x01_00A960,
            0x00_00A97D,
            0x01_00A984,
            0x00_00A9B3,
            0x01_00A9CF,
            0x00_00A9D0,
            0x01_00A9E0,
            0x00_00A9E5,
            0x01_00A9E6,
            0x00_00A9F0,
            0x01_00A9FA,
            0x00_00A9FF,
            0x01_00AA00,
            0x00_00AA29,
            0x01_00AA40,
            0x00_00AA43,
            0x01_00AA44,
            0x00_00AA4C,
            0x01_00AA60,
            0x00_00AA77,
            0x01_00AA7A,
            0x00_00AA7B,
            0x01_00AA7E,
            0x00_00AAB0,
            0x01_00AAB1,
            0x00_00AAB2,
            0x01_00AAB5,
            0x00_00AAB7,
            0x01_00AAB9,
            0x00_00AABE,
            0x01_00AAC0,
            0x00_00AAC1,
            0x01_00AAC2,
            0x00_00AAC3,
            0x01_00AADB,
            0x00_00AADE,
            0x01_00AAE0,
            0x00_00AAEB,
            0x01_00AAF2,
            0x00_00AAF5,
            0x01_00AB01,
            0x00_00AB07,
            0x01_00AB09,
            0x00_00AB0F,
            0x01_00AB11,
            0x00_00AB17,
            0x01_00AB20,
            0x00_00AB27,
            0x01_00AB28,
            0x00_00AB2F,
            0x01_00AB30,
            0x00_00AB5B,
            0x01_00AB5C,
            0x00_00AB6A,
            0x01_00AB70,
            0x00_00ABE3,
            0x01_00AC00,
            0x00_00D7A4,
            0x01_00D7B0,
            0x00_00D7C7,
            0x01_00D7CB,
            0x00_00D7FC,
            0x01_00F900,
            0x00_00FA6E,
            0x01_00FA70,
            0x00_00FADA,
            0x01_00FB00,
            0x00_00FB07,
            0x01_00FB13,
            0x00_00FB18,
            0x01_00FB1D,
            0x00_00FB1E,
            0x01_00FB1F,
            0x00_00FB29,
            0x01_00FB2A,
            0x00_00FB37,
            0x01_00FB38,
            0x00_00FB3D,
            0x01_00FB3E,
            0x00_00FB3F,
            0x01_00FB40,
            0x00_00FB42,
            0x01_00FB43,
            0x00_00FB45,
            0x01_00FB46,
            0x00_00FBB2,
            0x01_00FBD3,
            0x00_00FD3E,
            0x01_00FD50,
            0x00_00FD90,
            0x01_00FD92,
            0x00_00FDC8,
            0x01_00FDF0,
            0x00_00FDFC,
            0x01_00FE70,
            0x00_00FE75,
            0x01_00FE76,
            0x00_00FEFD,
            0x01_00FF21,
            0x00_00FF3B,
            0x01_00FF41,
            0x00_00FF5B,
            0x01_00FF66,
            0x00_00FFBF,
            0x01_00FFC2,
            0x00_00FFC8,
            0x01_00FFCA,
            0x00_00FFD0,
            0x01_00FFD2,
            0x00_00FFD8,
            0x01_00FFDA,
            0x00_00FFDD,
            0x01_010000,
            0x00_01000C,
            0x01_01000D,
            0x00_010027,
            0x01_010028,
            0x00_01003B,
            0x01_01003C,
            0x00_01003E,
            0x01_01003F,
            0x00_01004E,
            0x01_010050,
            0x00_01005E,
            0x01_010080,
            0x00_0100FB,
            0x01_010280,
            0x00_01029D,
            0x01_0102A0,
            0x00_0102D1,
            0x01_010300,
            0x00_010320,
            0x01_01032D,
            0x00_010341,
            0x01_010342,
            0x00_01034A,
            0x01_010350,
            0x00_010376,
            0x01_010380,
            0x00_01039E,
            0x01_0103A0,
            0x00_0103C4,
            0x01_0103C8,
            0x00_0103D0,
            0x01_010400,
            0x00_01049E,
            0x01_0104B0,
            0x00_0104D4,
            0x01_0104D8,
            0x00_0104FC,
            0x01_010500,
            0x00_010528,
            0x01_010530,
            0x00_010564,
            0x01_010570,
            0x00_01057B,
            0x01_01057C,
            0x00_01058B,
            0x01_01058C,
            0x00_010593,
            0x01_010594,
            0x00_010596,
            0x01_010597,
            0x00_0105A2,
            0x01_0105A3,
            0x00_0105B2,
            0x01_0105B3,
            0x00_0105BA,
            0x01_0105BB,
            0x00_0105BD,
            0x01_0105C0,
            0x00_0105F4,
            0x01_010600,
            0x00_010737,
            0x01_010740,
            0x00_010756,
            0x01_010760,
            0x00_010768,
            0x01_010780,
            0x00_010786,
            0x01_010787,
            0x00_0107B1,
            0x01_0107B2,
            0x00_0107BB,
            0x01_010800,
            0x00_010806,
            0x01_010808,
            0x00_010809,
            0x01_01080A,
            0x00_010836,
            0x01_010837,
            0x00_010839,
            0x01_01083C,
            0x00_01083D,
            0x01_01083F,
            0x00_010856,
            0x01_010860,
            0x00_010877,
            0x01_010880,
            0x00_01089F,
            0x01_0108E0,
            0x00_0108F3,
            0x01_0108F4,
            0x00_0108F6,
            0x01_010900,
            0x00_010916,
            0x01_010920,
            0x00_01093A,
            0x01_010980,
            0x00_0109B8,
            0x01_0109BE,
            0x00_0109C0,
            0x01_010A00,
            0x00_010A01,
            0x01_010A10,
            0x00_010A14,
            0x01_010A15,
            0x00_010A18,
            0x01_010A19,
            0x00_010A36,
            0x01_010A60,
            0x00_010A7D,
            0x01_010A80,
            0x00_010A9D,
            0x01_010AC0,
            0x00_010AC8,
            0x01_010AC9,
            0x00_010AE5,
            0x01_010B00,
            0x00_010B36,
            0x01_010B40,
            0x00_010B56,
            0x01_010B60,
            0x00_010B73,
            0x01_010B80,
            0x00_010B92,
            0x01_010C00,
            0x00_010C49,
            0x01_010C80,
            0x00_010CB3,
            0x01_010CC0,
            0x00_010CF3,
            0x01_010D00,
            0x00_010D24,
            0x01_010D4A,
            0x00_010D66,
            0x01_010D6F,
            0x00_010D86,
            0x01_010E80,
            0x00_010EAA,
            0x01_010EB0,
            0x00_010EB2,
            0x01_010EC2,
            0x00_010EC5,
            0x01_010F00,
            0x00_010F1D,
            0x01_010F27,
            0x00_010F28,
            0x01_010F30,
            0x00_010F46,
            0x01_010F70,
            0x00_010F82,
            0x01_010FB0,
            0x00_010FC5,
            0x01_010FE0,
            0x00_010FF7,
            0x01_011003,
            0x00_011038,
            0x01_011071,
            0x00_011073,
            0x01_011075,
            0x00_011076,
            0x01_011083,
            0x00_0110B0,
            0x01_0110D0,
            0x00_0110E9,
            0x01_011103,
            0x00_011127,
            0x01_011144,
            0x00_011145,
            0x01_011147,
            0x00_011148,
            0x01_011150,
            0x00_011173,
            0x01_011176,
            0x00_011177,
            0x01_011183,
            0x00_0111B3,
            0x01_0111C1,
            0x00_0111C5,
            0x01_0111DA,
            0x00_0111DB,
            0x01_0111DC,
            0x00_0111DD,
            0x01_011200,
            0x00_011212,
            0x01_011213,
            0x00_01122C,
            0x01_01123F,
            0x00_011241,
            0x01_011280,
            0x00_011287,
            0x01_011288,
            0x00_011289,
            0x01_01128A,
            0x00_01128E,
            0x01_01128F,
            0x00_01129E,
            0x01_01129F,
            0x00_0112A9,
            0x01_0112B0,
            0x00_0112DF,
            0x01_011305,
            0x00_01130D,
            0x01_01130F,
            0x00_011311,
            0x01_011313,
            0x00_011329,
            0x01_01132A,
            0x00_011331,
            0x01_011332,
            0x00_011334,
            0x01_011335,
            0x00_01133A,
            0x01_01133D,
            0x00_01133E,
            0x01_011350,
            0x00_011351,
            0x01_01135D,
            0x00_011362,
            0x01_011380,
            0x00_01138A,
            0x01_01138B,
            0x00_01138C,
            0x01_01138E,
            0x00_01138F,
            0x01_011390,
            0x00_0113B6,
            0x01_0113B7,
            0x00_0113B8,
            0x01_0113D1,
            0x00_0113D2,
            0x01_0113D3,
            0x00_0113D4,
            0x01_011400,
            0x00_011435,
            0x01_011447,
            0x00_01144B,
            0x01_01145F,
            0x00_011462,
            0x01_011480,
            0x00_0114B0,
            0x01_0114C4,
            0x00_0114C6,
            0x01_0114C7,
            0x00_0114C8,
            0x01_011580,
            0x00_0115AF,
            0x01_0115D8,
            0x00_0115DC,
            0x01_011600,
            0x00_011630,
            0x01_011644,
            0x00_011645,
            0x01_011680,
            0x00_0116AB,
            0x01_0116B8,
            0x00_0116B9,
            0x01_011700,
            0x00_01171B,
            0x01_011740,
            0x00_011747,
            0x01_011800,
            0x00_01182C,
            0x01_0118A0,
            0x00_0118E0,
            0x01_0118FF,
            0x00_011907,
            0x01_011909,
            0x00_01190A,
            0x01_01190C,
            0x00_011914,
            0x01_011915,
            0x00_011917,
            0x01_011918,
            0x00_011930,
            0x01_01193F,
            0x00_011940,
            0x01_011941,
            0x00_011942,
            0x01_0119A0,
            0x00_0119A8,
            0x01_0119AA,
            0x00_0119D1,
            0x01_0119E1,
            0x00_0119E2,
            0x01_0119E3,
            0x00_0119E4,
            0x01_011A00,
            0x00_011A01,
            0x01_011A0B,
            0x00_011A33,
            0x01_011A3A,
            0x00_011A3B,
            0x01_011A50,
            0x00_011A51,
            0x01_011A5C,
            0x00_011A8A,
            0x01_011A9D,
            0x00_011A9E,
            0x01_011AB0,
            0x00_011AF9,
            0x01_011BC0,
            0x00_011BE1,
            0x01_011C00,
            0x00_011C09,
            0x01_011C0A,
            0x00_011C2F,
            0x01_011C40,
            0x00_011C41,
            0x01_011C72,
            0x00_011C90,
            0x01_011D00,
            0x00_011D07,
            0x01_011D08,
            0x00_011D0A,
            0x01_011D0B,
            0x00_011D31,
            0x01_011D46,
            0x00_011D47,
            0x01_011D60,
            0x00_011D66,
            0x01_011D67,
            0x00_011D69,
            0x01_011D6A,
            0x00_011D8A,
            0x01_011D98,
            0x00_011D99,
            0x01_011EE0,
            0x00_011EF3,
            0x01_011F02,
            0x00_011F03,
            0x01_011F04,
            0x00_011F11,
            0x01_011F12,
            0x00_011F34,
            0x01_011FB0,
            0x00_011FB1,
            0x01_012000,
            0x00_01239A,
            0x01_012480,
            0x00_012544,
            0x01_012F90,
            0x00_012FF1,
            0x01_013000,
            0x00_013430,
            0x01_013441,
            0x00_013447,
            0x01_013460,
            0x00_0143FB,
            0x01_014400,
            0x00_014647,
            0x01_016100,
            0x00_01611E,
            0x01_016800,
            0x00_016A39,
            0x01_016A40,
            0x00_016A5F,
            0x01_016A70,
            0x00_016ABF,
            0x01_016AD0,
            0x00_016AEE,
            0x01_016B00,
            0x00_016B30,
            0x01_016B40,
            0x00_016B44,
            0x01_016B63,
            0x00_016B78,
            0x01_016B7D,
            0x00_016B90,
            0x01_016D40,
            0x00_016D6D,
            0x01_016E40,
            0x00_016E80,
            0x01_016F00,
            0x00_016F4B,
            0x01_016F50,
            0x00_016F51,
            0x01_016F93,
            0x00_016FA0,
            0x01_016FE0,
            0x00_016FE2,
            0x01_016FE3,
            0x00_016FE4,
            0x01_017000,
            0x00_0187F8,
            0x01_018800,
            0x00_018CD6,
            0x01_018CFF,
            0x00_018D09,
            0x01_01AFF0,
            0x00_01AFF4,
            0x01_01AFF5,
            0x00_01AFFC,
            0x01_01AFFD,
            0x00_01AFFF,
            0x01_01B000,
            0x00_01B123,
            0x01_01B132,
            0x00_01B133,
            0x01_01B150,
            0x00_01B153,
            0x01_01B155,
            0x00_01B156,
            0x01_01B164,
            0x00_01B168,
            0x01_01B170,
            0x00_01B2FC,
            0x01_01BC00,
            0x00_01BC6B,
            0x01_01BC70,
            0x00_01BC7D,
            0x01_01BC80,
            0x00_01BC89,
            0x01_01BC90,
            0x00_01BC9A,
            0x01_01D400,
            0x00_01D455,
            0x01_01D456,
            0x00_01D49D,
            0x01_01D49E,
            0x00_01D4A0,
            0x01_01D4A2,
            0x00_01D4A3,
            0x01_01D4A5,
            0x00_01D4A7,
            0x01_01D4A9,
            0x00_01D4AD,
            0x01_01D4AE,
            0x00_01D4BA,
            0x01_01D4BB,
            0x00_01D4BC,
            0x01_01D4BD,
            0x00_01D4C4,
            0x01_01D4C5,
            0x00_01D506,
            0x01_01D507,
            0x00_01D50B,
            0x01_01D50D,
            0x00_01D515,
            0x01_01D516,
            0x00_01D51D,
            0x01_01D51E,
            0x00_01D53A,
            0x01_01D53B,
            0x00_01D53F,
            0x01_01D540,
            0x00_01D545,
            0x01_01D546,
            0x00_01D547,
            0x01_01D54A,
            0x00_01D551,
            0x01_01D552,
            0x00_01D6A6,
            0x01_01D6A8,
            0x00_01D6C1,
            0x01_01D6C2,
            0x00_01D6DB,
            0x01_01D6DC,
            0x00_01D6FB,
            0x01_01D6FC,
            0x00_01D715,
            0x01_01D716,
            0x00_01D735,
            0x01_01D736,
            0x00_01D74F,
            0x01_01D750,
            0x00_01D76F,
            0x01_01D770,
            0x00_01D789,
            0x01_01D78A,
            0x00_01D7A9,
            0x01_01D7AA,
            0x00_01D7C3,
            0x01_01D7C4,
            0x00_01D7CC,
            0x01_01DF00,
            0x00_01DF1F,
            0x01_01DF25,
            0x00_01DF2B,
            0x01_01E030,
            0x00_01E06E,
            0x01_01E100,
            0x00_01E12D,
            0x01_01E137,
            0x00_01E13E,
            0x01_01E14E,
            0x00_01E14F,
            0x01_01E290,
            0x00_01E2AE,
            0x01_01E2C0,
            0x00_01E2EC,
            0x01_01E4D0,
            0x00_01E4EC,
            0x01_01E5D0,
            0x00_01E5EE,
            0x01_01E5F0,
            0x00_01E5F1,
            0x01_01E7E0,
            0x00_01E7E7,
            0x01_01E7E8,
            0x00_01E7EC,
            0x01_01E7ED,
            0x00_01E7EF,
            0x01_01E7F0,
            0x00_01E7FF,
            0x01_01E800,
            0x00_01E8C5,
            0x01_01E900,
            0x00_01E944,
            0x01_01E94B,
            0x00_01E94C,
            0x01_01EE00,
            0x00_01EE04,
            0x01_01EE05,
            0x00_01EE20,
            0x01_01EE21,
            0x00_01EE23,
            0x01_01EE24,
            0x00_01EE25,
            0x01_01EE27,
            0x00_01EE28,
            0x01_01EE29,
            0x00_01EE33,
            0x01_01EE34,
            0x00_01EE38,
            0x01_01EE39,
            0x00_01EE3A,
            0x01_01EE3B,
            0x00_01EE3C,
            0x01_01EE42,
            0x00_01EE43,
            0x01_01EE47,
            0x00_01EE48,
            0x01_01EE49,
            0x00_01EE4A,
            0x01_01EE4B,
            0x00_01EE4C,
            0x01_01EE4D,
            0x00_01EE50,
            0x01_01EE51,
            0x00_01EE53,
            0x01_01EE54,
            0x00_01EE55,
            0x01_01EE57,
            0x00_01EE58,
            0x01_01EE59,
            0x00_01EE5A,
            0x01_01EE5B,
            0x00_01EE5C,
            0x01_01EE5D,
            0x00_01EE5E,
            0x01_01EE5F,
            0x00_01EE60,
            0x01_01EE61,
            0x00_01EE63,
            0x01_01EE64,
            0x00_01EE65,
            0x01_01EE67,
            0x00_01EE6B,
            0x01_01EE6C,
            0x00_01EE73,
            0x01_01EE74,
            0x00_01EE78,
            0x01_01EE79,
            0x00_01EE7D,
            0x01_01EE7E,
            0x00_01EE7F,
            0x01_01EE80,
            0x00_01EE8A,
            0x01_01EE8B,
            0x00_01EE9C,
            0x01_01EEA1,
            0x00_01EEA4,
            0x01_01EEA5,
            0x00_01EEAA,
            0x01_01EEAB,
            0x00_01EEBC,
            0x01_020000,
            0x00_02A6E0,
            0x01_02A700,
            0x00_02B73A,
            0x01_02B740,
            0x00_02B81E,
            0x01_02B820,
            0x00_02CEA2,
            0x01_02CEB0,
            0x00_02EBE1,
            0x01_02EBF0,
            0x00_02EE5E,
            0x01_02F800,
            0x00_02FA1E,
            0x01_030000,
            0x00_03134B,
            0x01_031350,
            0x00_0323B0,
        ],
        start: 2,
        accepting: 3,
        next: Next::Narrow(&[
            [0, 3],
            [0, 3],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^\p{Lu}\p{Ll}+$` is found in the text.
pub(crate) const fn pattern_382(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["A-Z", "a-z"]),
        others: &[
            0x00_000080,
            0x02_0000B5,
            0x00_0000B6,
            0x01_0000C0,
            0x00_0000D7,
            0x01_0000D8,
            0x02_0000DF,
            0x00_0000F7,
            0x02_0000F8,
            0x01_000100,
            0x02_000101,
            0x01_000102,
            0x02_000103,
            0x01_000104,
            0x02_000105,
            0x01_000106,
            0x02_000107,
            0x01_000108,
            0x02_000109,
            0x01_00010A,
            0x02_00010B,
            0x01_00010C,
            0x02_00010D,
            0x01_00010E,
            0x02_00010F,
            0x01_000110,
            0x02_000111,
            0x01_000112,
            0x02_000113,
            0x01_000114,
            0x02_000115,
            0x01_000116,
            0x02_000117,
            0x01_000118,
            0x02_000119,
            0x01_00011A,
            0x02_00011B,
            0x01_00011C,
            0x02_00011D,
            0x01_00011E,
            0x02_00011F,
            0x01_000120,
            0x02_000121,
            0x01_000122,
            0x02_000123,
            0x01_000124,
            0x02_000125,
            0x01_000126,
            0x02_000127,
            0x01_000128,
            0x02_000129,
            0x01_00012A,
            0x02_00012B,
            0x01_00012C,
            0x02_00012D,
            0x01_00012E,
            0x02_00012F,
            0x01_000130,
            0x02_000131,
            0x01_000132,
            0x02_000133,
            0x01_000134,
            0x02_000135,
            0x01_000136,
            0x02_000137,
            0x01_000139,
            0x02_00013A,
            0x01_00013B,
            0x02_00013C,
            0x01_00013D,
            0x02_00013E,
            0x01_00013F,
            0x02_000140,
            0x01_000141,
            0x02_000142,
            0x01_000143,
            0x02_000144,
            0x01_000145,
            0x02_000146,
            0x01_000147,
            0x02_000148,
            0x01_00014A,
            0x02_00014B,
            0x01_00014C,
            0x02_00014D,
            0x01_00014E,
            0x02_00014F,
            0x01_000150,
            0x02_000151,
            0x01_000152,
            0x02_000153,
            0x01_000154,
            0x02_000155,
            0x01_000156,
            0x02_000157,
            0x01_000158,
            0x02_000159,
            0x01_00015A,
            0x02_00015B,
            0x01_00015C,
            0x02_00015D,
            0x01_00015E,
            0x02_00015F,
            0x01_000160,
            0x02_000161,
            0x01_000162,
            0x02_000163,
            0x01_000164,
            0x02_000165,
            0x01_000166,
            0x02_000167,
            0x01_000168,
            0x02_000169,
            0x01_00016A,
            0x02_00016B,
            0x01_00016C,
            0x02_00016D,
            0x01_00016E,
            0x02_00016F,
            0x01_000170,
            0x02_000171,
            0x01_000172,
            0x02_000173,
            0x01_000174,
            0x02_000175,
            0x01_000176,
            0x02_000177,
            0x01_000178,
            0x02_00017A,
            0x01_00017B,
            0x02_00017C,
            0x01_00017D,
            0x02_00017E,
            0x01_000181,
            0x02_000183,
            0x01_000184,
            0x02_000185,
            0x01_000186,
            0x02_000188,
            0x01_000189,
            0x02_00018C,
            0x01_00018E,
            0x02_000192,
            0x01_000193,
            0x02_000195,
            0x01_000196,
            0x02_000199,
            0x01_00019C,
            0x02_00019E,
            0x01_00019F,
            0x02_0001A1,
            0x01_0001A2,
            0x02_0001A3,
            0x01_0001A4,
            0x02_0001A5,
            0x01_0001A6,
            0x02_0001A8,
            0x01_0001A9,
            0x02_0001AA,
            0x01_0001AC,
            0x02_0001AD,
            0x01_0001AE,
            0x02_0001B0,
            0x01_0001B1,
            0x02_0001B4,
            0x01_0001B5,
            0x02_0001B6,
            0x01_0001B7,
            0x02_0001B9,
            0x00_0001BB,
            0x01_0001BC,
            0x02_0001BD,
            0x00_0001C0,
            0x01_0001C4,
            0x00_0001C5,
            0x02_0001C6,
            0x01_0001C7,
            0x00_0001C8,
            0x02_0001C9,
            0x01_0001CA,
            0x00_0001CB,
            0x02_0001CC,
            0x01_0001CD,
            0x02_0001CE,
            0x01_0001CF,
            0x02_0001D0,
            0x01_0001D1,
            0x02_0001D2,
            0x01_0001D3,
            0x02_0001D4,
            0x01_0001D5,
            0x02_0001D6,
            0x01_0001D7,
            0x02_0001D8,
            0x01_0001D9,
            0x02_0001DA,
            0x01_0001DB,
            0x02_0001DC,
            0x01_0001DE,
            0x02_0001DF,
            0x01_0001E0,
            0x02_0001E1,
            0x01_0001E2,
            0x02_0001E3,
            0x01_0001E4,
            0x02_0001E5,
            0x01_0001E6,
            0x02_0001E7,
            0x01_0001E8,
            0x02_0001E9,
            0x01_0001EA,
            0x02_0001EB,
            0x01_0001EC,
            0x02_0001ED,
            0x01_0001EE,
            0x02_0001EF,
            0x01_0001F1,
            0x00_0001F2,
            0x02_0001F3,
            0x01_0001F4,
            0x02_0001F5,
            0x01_0001F6,
            0x02_0001F9,
            0x01_0001FA,
            0x02_0001FB,
            0x01_0001FC,
            0x02_0001FD,
            0x01_0001FE,
            0x02_0001FF,
            0x01_000200,
            0x02_000201,
            0x01_000202,
            0x02_000203,
            0x01_000204,
            0x02_000205,
            0x01_000206,
            0x02_000207,
            0x01_000208,
            0x02_000209,
            0x01_00020A,
            0x02_00020B,
            0x01_00020C,
            0x02_00020D,
            0x01_00020E,
            0x02_00020F,
            0x01_000210,
            0x02_000211,
            0x01_000212,
            0x02_000213,
            0x01_000214,
            0x02_000215,
            0x01_000216,
            0x02_000217,
            0x01_000218,
            0x02_000219,
            0x01_00021A,
            0x02_00021B,
            0x01_00021C,
            0x02_00021D,
            0x01_00021E,
            0x02_00021F,
            0x01_000220,
            0x02_000221,
            0x01_000222,
            0x02_000223,
            0x01_000224,
            0x02_000225,
            0x01_000226,
            0x02_000227,
            0x01_000228,
            0x02_000229,
            0x01_00022A,
            0x02_00022B,
            0x01_00022C,
            0x02_00022D,
            0x01_00022E,
            0x02_00022F,
            0x01_000230,
            0x02_000231,
            0x01_000232,
            0x02_000233,
            0x01_00023A,
            0x02_00023C,
            0x01_00023D,
            0x02_00023F,
            0x01_000241,
            0x02_000242,
            0x01_000243,
            0x02_000247,
            0x01_000248,
            0x02_000249,
            0x01_00024A,
            0x02_00024B,
            0x01_00024C,
            0x02_00024D,
            0x01_00024E,
            0x02_00024F,
            0x00_000294,
            0x02_000295,
            0x00_0002B0,
            0x01_000370,
            0x02_000371,
            0x01_000372,
            0x02_000373,
            0x00_000374,
            0x01_000376,
            0x02_000377,
            0x00_000378,
            0x02_00037B,
            0x00_00037E,
            0x01_00037F,
            0x00_000380,
            0x01_000386,
            0x00_000387,
            0x01_000388,
            0x00_00038B,
            0x01_00038C,
            0x00_00038D,
            0x01_00038E,
            0x02_000390,
            0x01_000391,
            0x00_0003A2,
            0x01_0003A3,
            0x02_0003AC,
            0x01_0003CF,
            0x02_0003D0,
            0x01_0003D2,
            0x02_0003D5,
            0x01_0003D8,
            0x02_0003D9,
            0x01_0003DA,
            0x02_0003DB,
            0x01_0003DC,
            0x02_0003DD,
            0x01_0003DE,
            0x02_0003DF,
            0x01_0003E0,
            0x02_0003E1,
            0x01_0003E2,
            0x02_0003E3,
            0x01_0003E4,
            0x02_0003E5,
            0x01_0003E6,
            0x02_0003E7,
            0x01_0003E8,
            0x02_0003E9,
            0x01_0003EA,
            0x02_0003EB,
            0x01_0003EC,
            0x02_0003ED,
            0x01_0003EE,
            0x02_0003EF,
            0x01_0003F4,
            0x02_0003F5,
            0x00_0003F6,
            0x01_0003F7,
            0x02_0003F8,
            0x01_0003F9,
            0x02_0003FB,
            0x01_0003FD,
            0x02_000430,
            0x01_000460,
            0x02_000461,
            0x01_000462,
            0x02_000463,
            0x01_000464,
            0x02_000465,
            0x01_000466,
            0x02_000467,
            0x01_000468,
            0x02_000469,
            0x01_00046A,
            0x02_00046B,
            0x01_00046C,
            0x02_00046D,
            0x01_00046E,
            0x02_00046F,
            0x01_000470,
            0x02_000471,
            0x01_000472,
            0x02_000473,
            0x01_000474,
            0x02_000475,
            0x01_000476,
            0x02_000477,
            0x01_000478,
            0x02_000479,
            0x01_00047A,
            0x02_00047B,
            0x01_00047C,
            0x02_00047D,
            0x01_00047E,
            0x02_00047F,
            0x01_000480,
            0x02_000481,
            0x00_000482,
            0x01_00048A,
            0x02_00048B,
            0x01_00048C,
            0x02_00048D,
            0x01_00048E,
            0x02_00048F,
            0x01_000490,
            0x02_000491,
            0x01_000492,
            0x02_000493,
            0x01_000494,
            0x02_000495,
            0x01_000496,
            0x02_000497,
            0x01_000498,
            0x02_000499,
            0x01_00049A,
            0x02_00049B,
            0x01_00049C,
            0x02_00049D,
            0x01_00049E,
            0x02_00049F,
            0x01_0004A0,
            0x02_0004A1,
            0x01_0004A2,
            0x02_0004A3,
            0x01_0004A4,
            0x02_0004A5,
            0x01_0004A6,
            0x02_0004A7,
            0x01_0004A8,
            0x02_0004A9,
            0x01_0004AA,
            0x02_0004AB,
            0x01_0004AC,
            0x02_0004AD,
            0x01_0004AE,
            0x02_0004AF,
            0x01_0004B0,
            0x02_0004B1,
            0x01_0004B2,
            0x02_0004B3,
            0x01_0004B4,
            0x02_0004B5,
            0x01_0004B6,
            0x02_0004B7,
            0x01_0004B8,
            0x02_0004B9,
            0x01_0004BA,
            0x02_0004BB,
            0x01_0004BC,
            0x02_0004BD,
            0x01_0004BE,
            0x02_0004BF,
            0x01_0004C0,
            0x02_0004C2,
            0x01_0004C3,
            0x02_0004C4,
            0x01_0004C5,
            0x02_0004C6,
            0x01_0004C7,
            0x02_0004C8,
            0x01_0004C9,
            0x02_0004CA,
            0x01_0004CB,
            0x02_0004CC,
            0x01_0004CD,
            0x02_0004CE,
            0x01_0004D0,
            0x02_0004D1,
            0x01_0004D2,
            0x02_0004D3,
            0x01_0004D4,
            0x02_0004D5,
            0x01_0004D6,
            0x02_0004D7,
            0x01_0004D8,
            0x02_0004D9,
            0x01_0004DA,
            0x02_0004DB,
            0x01_0004DC,
            0x02_0004DD,
            0x01_0004DE,
            0x02_0004DF,
            0x01_0004E0,
            0x02_0004E1,
            0x01_0004E2,
            0x02_0004E3,
            0x01_0004E4,
            0x02_0004E5,
            0x01_0004E6,
            0x02_0004E7,
            0x01_0004E8,
            0x02_0004E9,
            0x01_0004EA,
            0x02_0004EB,
            0x01_0004EC,
            0x02_0004ED,
            0x01_0004EE,
            0x02_0004EF,
            0x01_0004F0,
            0x02_0004F1,
            0x01_0004F2,
            0x02_0004F3,
            0x01_0004F4,
            0x02_0004F5,
            0x01_0004F6,
            0x02_0004F7,
            0x01_0004F8,
            0x02_0004F9,
            0x01_0004FA,
            0x02_0004FB,
            0x01_0004FC,
            0x02_0004FD,
            0x01_0004FE,
            0x02_0004FF,
            0x01_000500,
            0x02_000501,
            0x01_000502,
            0x02_000503,
            0x01_000504,
            0x02_000505,
            0x01_000506,
            0x02_000507,
            0x01_000508,
            0x02_000509,
            0x01_00050A,
            0x02_00050B,
            0x01_00050C,
            0x02_00050D,
            0x01_00050E,
            0x02_00050F,
            0x01_000510,
            0x02_000511,
            0x01_000512,
            0x02_000513,
            0x01_000514,
            0x02_000515,
            0x01_000516,
            0x02_000517,
            0x01_000518,
            0x02_000519,
            0x01_00051A,
            0x02_00051B,
            0x01_00051C,
            0x02_00051D,
            0x01_00051E,
            0x02_00051F,
            0x01_000520,
            0x02_000521,
            0x01_000522,
            0x02_000523,
            0x01_000524,
            0x02_000525,
            0x01_000526,
            0x02_000527,
            0x01_000528,
            0x02_000529,
            0x01_00052A,
            0x02_00052B,
            0x01_00052C,
            0x02_00052D,
            0x01_00052E,
            0x02_00052F,
            0x00_000530,
            0x01_000531,
            0x00_000557,
            0x02_000560,
            0x00_000589,
            0x01_0010A0,
            0x00_0010C6,
            0x01_0010C7,
            0x00_0010C8,
            0x01_0010CD,
            0x00_0010CE,
            0x02_0010D0,
            0x00_0010FB,
            0x02_0010FD,
            0x00_001100,
            0x01_0013A0,
            0x00_0013F6,
            0x02_0013F8,
            0x00_0013FE,
            0x02_001C80,
            0x01_001C89,
            0x02_001C8A,
            0x00_001C8B,
            0x01_001C90,
            0x00_001CBB,
            0x01_001CBD,
            0x00_001CC0,
            0x02_001D00,
            0x00_001D2C,
            0x02_001D6B,
            0x00_001D78,
            0x02_001D79,
            0x00_001D9B,
            0x01_001E00,
            0x02_001E01,
            0x01_001E02,
            0x02_001E03,
            0x01_001E04,
            0x02_001E05,
            0x01_001E06,
            0x02_001E07,
            0x01_001E08,
            0x02_001E09,
            0x01_001E0A,
            0x02_001E0B,
            0x01_001E0C,
            0x02_001E0D,
            0x01_001E0E,
            0x02_001E0F,
            0x01_001E10,
            0x02_001E11,
            0x01_001E12,
            0x02_001E13,
            0x01_001E14,
            0x02_001E15,
            0x01_001E16,
            0x02_001E17,
            0x01_001E18,
            0x02_001E19,
            0x01_001E1A,
            0x02_001E1B,
            0x01_001E1C,
            0x02_001E1D,
            0x01_001E1E,
            0x02_001E1F,
            0x01_001E20,
            0x02_001E21,
            0x01_001E22,
            0x02_001E23,
            0x01_001E24,
            0x02_001E25,
            0x01_001E26,
            0x02_001E27,
            0x01_001E28,
            0x02_001E29,
            0x01_001E2A,
            0x02_001E2B,
            0x01_001E2C,
            0x02_001E2D,
            0x01_001E2E,
            0x02_001E2F,
            0x01_001E30,
            0x02_001E31,
            0x01_001E32,
            0x02_001E33,
            0x01_001E34,
            0x02_001E35,
            0x01_001E36,
            0x02_001E37,
            0x01_001E38,
            0x02_001E39,
            0x01_001E3A,
            0x02_001E3B,
            0x01_001E3C,
            0x02_001E3D,
            0x01_001E3E,
            0x02_001E3F,
            0x01_001E40,
            0x02_001E41,
            0x01_001E42,
            0x02_001E43,
            0x01_001E44,
            0x02_001E45,
            0x01_001E46,
            0x02_001E47,
            0x01_001E48,
            0x02_001E49,
            0x01_001E4A,
            0x02_001E4B,
            0x01_001E4C,
            0x02_001E4D,
            0x01_001E4E,
            0x02_001E4F,
            0x01_001E50,
            0x02_001E51,
            0x01_001E52,
            0x02_001E53,
            0x01_001E54,
            0x02_001E55,
            0x01_001E56,
            0x02_001E57,
            0x01_001E58,
            0x02_001E59,
            0x01_001E5A,
            0x02_001E5B,
            0x01_001E5C,
            0x02_001E5D,
            0x01_001E5E,
            0x02_001E5F,
            0x01_001E60,
            0x02_001E61,
            0x01_001E62,
            0x02_001E63,
            0x01_001E64,
            0x02_001E65,
            0x01_001E66,
            0x02_001E67,
            0x01_001E68,
            0x02_001E69,
            0x01_001E6A,
            0x02_001E6B,
            0x01_001E6C,
            0x02_001E6D,
            0x01_001E6E,
            0x02_001E6F,
            0x01_001E70,
            0x02_001E71,
            0x01_001E72,
            0x02_001E73,
            0x01_001E74,
            0x02_001E75,
            0x01_001E76,
            0x02_001E77,
            0x01_001E78,
            0x02_001E79,
            0x01_001E7A,
            0x02_001E7B,
            0x01_001E7C,
            0x02_001E7D,
            0x01_001E7E,
            0x02_001E7F,
            0x01_001E80,
            0x02_001E81,
            0x01_001E82,
            0x02_001E83,
            0x01_001E84,
            0x02_001E85,
            0x01_001E86,
            0x02_001E87,
            0x01_001E88,
            0x02_001E89,
            0x01_001E8A,
            0x02_001E8B,
            0x01_001E8C,
            0x02_001E8D,
            0x01_001E8E,
            0x02_001E8F,
            0x01_001E90,
            0x02_001E91,
            0x01_001E92,
            0x02_001E93,
            0x01_001E94,
            0x02_001E95,
            0x01_001E9E,
            0x02_001E9F,
            0x01_001EA0,
            0x02_001EA1,
            0x01_001EA2,
            0x02_001EA3,
            0x01_001EA4,
            0x02_001EA5,
            0x01_001EA6,
            0x02_001EA7,
            0x01_001EA8,
            0x02_001EA9,
            0x01_001EAA,
            0x02_001EAB,
            0x01_001EAC,
            0x02_001EAD,
            0x01_001EAE,
            0x02_001EAF,
            0x01_001EB0,
            0x02_001EB1,
            0x01_001EB2,
            0x02_001EB3,
            0x01_001EB4,
            0x02_001EB5,
            0x01_001EB6,
            0x02_001EB7,
            0x01_001EB8,
            0x02_001EB9,
            0x01_001EBA,
            0x02_001EBB,
            0x01_001EBC,
            0x02_001EBD,
            0x01_001EBE,
            0x02_001EBF,
            0x01_001EC0,
            0x02_001EC1,
            0x01_001EC2,
            0x02_001EC3,
            0x01_001EC4,
            0x02_001EC5,
            0x01_001EC6,
            0x02_001EC7,
            0x01_001EC8,
            0x02_001EC9,
            0x01_001ECA,
            0x02_001ECB,
            0x01_001ECC,
            0x02_001ECD,
            0x01_001ECE,
            0x02_001ECF,
            0x01_001ED0,
            0x02_001ED1,
            0x01_001ED2,
            0x02_001ED3,
            0x01_001ED4,
            0x02_001ED5,
            0x01_001ED6,
            0x02_001ED7,
            0x01_001ED8,
            0x02_001ED9,
            0x01_001EDA,
            0x02_001EDB,
            0x01_001EDC,
            0x02_001EDD,
            0x01_001EDE,
            0x02_001EDF,
            0x01_001EE0,
            0x02_001EE1,
            0x01_001EE2,
            0x02_001EE3,
            0x01_001EE4,
            0x02_001EE5,
            0x01_001EE6,
            0x02_001EE7,
            0x01_001EE8,
            0x02_001EE9,
            0x01_001EEA,
            0x02_001EEB,
            0x01_001EEC,
            0x02_001EED,
            0x01_001EEE,
            0x02_001EEF,
            0x01_001EF0,
            0x02_001EF1,
            0x01_001EF2,
            0x02_001EF3,
            0x01_001EF4,
            0x02_001EF5,
            0x01_001EF6,
            0x02_001EF7,
            0x01_001EF8,
            0x02_001EF9,
            0x01_001EFA,
            0x02_001EFB,
            0x01_001EFC,
            0x02_001EFD,
            0x01_001EFE,
            0x02_001EFF,
            0x01_001F08,
            0x02_001F10,
            0x00_001F16,
            0x01_001F18,
            0x00_001F1E,
            0x02_001F20,
            0x01_001F28,
            0x02_001F30,
            0x01_001F38,
            0x02_001F40,
            0x00_001F46,
            0x01_001F48,
            0x00_001F4E,
            0x02_001F50,
            0x00_001F58,
            0x01_001F59,
            0x00_001F5A,
            0x01_001F5B,
            0x00_001F5C,
            0x01_001F5D,
            0x00_001F5E,
            0x01_001F5F,
            0x02_001F60,
            0x01_001F68,
            0x02_001F70,
            0x00_001F7E,
            0x02_001F80,
            0x00_001F88,
            0x02_001F90,
            0x00_001F98,
            0x02_001FA0,
            0x00_001FA8,
            0x02_001FB0,
            0x00_001FB5,
            0x02_001FB6,
            0x01_001FB8,
            0x00_001FBC,
            0x02_001FBE,
            0x00_001FBF,
            0x02_001FC2,
            0x00_001FC5,
            0x02_001FC6,
            0x01_001FC8,
            0x00_001FCC,
            0x02_001FD0,
            0x00_001FD4,
            0x02_001FD6,
            0x01_001FD8,
            0x00_001FDC,
            0x02_001FE0,
            0x01_001FE8,
            0x00_001FED,
            0x02_001FF2,
            0x00_001FF5,
            0x02_001FF6,
            0x01_001FF8,
            0x00_001FFC,
            0x01_002102,
            0x00_002103,
            0x01_002107,
            0x00_002108,
            0x02_00210A,
            0x01_00210B,
            0x02_00210E,
            0x01_002110,
            0x02_002113,
            0x00_002114,
            0x01_002115,
            0x00_002116,
            0x01_002119,
            0x00_00211E,
            0x01_002124,
            0x00_002125,
            0x01_002126,
            0x00_002127,
            0x01_002128,
            0x00_002129,
            0x01_00212A,
            0x00_00212E,
            0x02_00212F,
            0x01_002130,
            0x02_002134,
            0x00_002135,
            0x02_002139,
            0x00_00213A,
            0x02_00213C,
            0x01_00213E,
            0x00_002140,
            0x01_002145,
            0x02_002146,
            0x00_00214A,
            0x02_00214E,
            0x00_00214F,
            0x01_002183,
            0x02_002184,
            0x00_002185,
            0x01_002C00,
            0x02_002C30,
            0x01_002C60,
            0x02_002C61,
            0x01_002C62,
            0x02_002C65,
            0x01_002C67,
            0x02_002C68,
            0x01_002C69,
            0x02_002C6A,
            0x01_002C6B,
            0x02_002C6C,
            0x01_002C6D,
            0x02_002C71,
            0x01_002C72,
            0x02_002C73,
            0x01_002C75,
            0x02_002C76,
            0x00_002C7C,
            0x01_002C7E,
            0x02_002C81,
            0x01_002C82,
            0x02_002C83,
            0x01_002C84,
            0x02_002C85,
            0x01_002C86,
            0x02_002C87,
            0x01_002C88,
            0x02_002C89,
            0x01_002C8A,
            0x02_002C8B,
            0x01_002C8C,
            0x02_002C8D,
            0x01_002C8E,
            0x02_002C8F,
            0x01_002C90,
            0x02_002C91,
            0x01_002C92,
            0x02_002C93,
            0x01_002C94,
            0x02_002C95,
            0x01_002C96,
            0x02_002C97,
            0x01_002C98,
            0x02_002C99,
            0x01_002C9A,
            0x02_002C9B,
            0x01_002C9C,
            0x02_002C9D,
            0x01_002C9E,
            0x02_002C9F,
            0x01_002CA0,
            0x02_002CA1,
            0x01_002CA2,
            0x02_002CA3,
            0x01_002CA4,
            0x02_002CA5,
            0x01_002CA6,
            0x02_002CA7,
            0x01_002CA8,
            0x02_002CA9,
            0x01_002CAA,
            0x02_002CAB,
            0x01_002CAC,
            0x02_002CAD,
            0x01_002CAE,
            0x02_002CAF,
            0x01_002CB0,
            0x02_002CB1,
            0x01_002CB2,
            0x02_002CB3,
            0x01_002CB4,
            0x02_002CB5,
            0x01_002CB6,
            0x02_002CB7,
            0x01_002CB8,
            0x02_002CB9,
            0x01_002CBA,
            0x02_002CBB,
            0x01_002CBC,
            0x02_002CBD,
            0x01_002CBE,
            0x02_002CBF,
            0x01_002CC0,
            0x02_002CC1,
            0x01_002CC2,
            0x02_002CC3,
            0x01_002CC4,
            0x02_002CC5,
            0x01_002CC6,
            0x02_002CC7,
            0x01_002CC8,
            0x02_002CC9,
            0x01_002CCA,
            0x02_002CCB,
            0x01_002CCC,
            0x02_002CCD,
            0x01_002CCE,
            0x02_002CCF,
            0x01_002CD0,
            0x02_002CD1,
            0x01_002CD2,
            0x02_002CD3,
            0x01_002CD4,
            0x02_002CD5,
            0x01_002CD6,
            0x02_002CD7,
            0x01_002CD8,
            0x02_002CD9,
            0x01_002CDA,
            0x02_002CDB,
            0x01_002CDC,
            0x02_002CDD,
            0x01_002CDE,
            0x02_002CDF,
            0x01_002CE0,
            0x02_002CE1,
            0x01_002CE2,
            0x02_002CE3,
            0x00_002CE5,
            0x01_002CEB,
            0x02_002CEC,
            0x01_002CED,
            0x02_002CEE,
            0x00_002CEF,
            0x01_002CF2,
            0x02_002CF3,
            0x00_002CF4,
            0x02_002D00,
            0x00_002D26,
            0x02_002D27,
            0x00_002D28,
            0x02_002D2D,
            0x00_002D2E,
            0x01_00A640,
            0x02_00A641,
            0x01_00A642,
            0x02_00A643,
            0x01_00A644,
            0x02_00A645,
            0x01_00A646,
            0x02_00A647,
            0x01_00A648,
            0x02_00A649,
            0x01_00A64A,
            0x02_00A64B,
            0x01_00A64C,
            0x02_00A64D,
            0x01_00A64E,
            0x02_00A64F,
            0x01_00A650,
            0x02_00A651,
            0x01_00A652,
            0x02_00A653,
            0x01_00A654,
            0x02_00A655,
            0x01_00A656,
            0x02_00A657,
            0x01_00A658,
            0x02_00A659,
            0x01_00A65A,
            0x02_00A65B,
            0x01_00A65C,
            0x02_00A65D,
            0x01_00A65E,
            0x02_00A65F,
            0x01_00A660,
            0x02_00A661,
            0x01_00A662,
            0x02_00A663,
            0x01_00A664,
            0x02_00A665,
            0x01_00A666,
            0x02_00A667,
            0x01_00A668,
            0x02_00A669,
            0x01_00A66A,
            0x02_00A66B,
            0x01_00A66C,
            0x02_00A66D,
            0x00_00A66E,
            0x01_00A680,
            0x02_00A681,
            0x01_00A682,
            0x02_00A683,
            0x01_00A684,
            0x02_00A685,
            0x01_00A686,
            0x02_00A687,
            0x01_00A688,
            0x02_00A689,
            0x01_00A68A,
            0x02_00A68B,
            0x01_00A68C,
            0x02_00A68D,
            0x01_00A68E,
            0x02_00A68F,
            0x01_00A690,
            0x02_00A691,
            0x01_00A692,
            0x02_00A693,
            0x01_00A694,
            0x02_00A695,
            0x01_00A696,
            0x02_00A697,
            0x01_00A698,
            0x02_00A699,
            0x01_00A69A,
            0x02_00A69B,
            0x00_00A69C,
            0x01_00A722,
            0x02_00A723,
            0x01_00A724,
            0x02_00A725,
            0x01_00A726,
            0x02_00A727,
            0x01_00A728,
            0x02_00A729,
            0x01_00A72A,
            0x02_00A72B,
            0x01_00A72C,
            0x02_00A72D,
            0x01_00A72E,
            0x02_00A72F,
            0x01_00A732,
            0x02_00A733,
            0x01_00A734,
            0x02_00A735,
            0x01_00A736,
            0x02_00A737,
            0x01_00A738,
            0x02_00A739,
            0x01_00A73A,
            0x02_00A73B,
            0x01_00A73C,
            0x02_00A73D,
            0x01_00A73E,
            0x02_00A73F,
            0x01_00A740,
            0x02_00A741,
            0x01_00A742,
            0x02_00A743,
            0x01_00A744,
            0x02_00A745,
            0x01_00A746,
            0x02_00A747,
            0x01_00A748,
            0x02_00A749,
            0x01_00A74A,
            0x02_00A74B,
            0x01_00A74C,
            0x02_00A74D,
            0x01_00A74E,
            0x02_00A74F,
            0x01_00A750,
            0x02_00A751,
            0x01_00A752,
            0x02_00A753,
            0x01_00A754,
            0x02_00A755,
            0x01_00A756,
            0x02_00A757,
            0x01_00A758,
            0x02_00A759,
            0x01_00A75A,
            0x02_00A75B,
            0x01_00A75C,
            0x02_00A75D,
            0x01_00A75E,
            0x02_00A75F,
            0x01_00A760,
            0x02_00A761,
            0x01_00A762,
            0x02_00A763,
            0x01_00A764,
            0x02_00A765,
            0x01_00A766,
            0x02_00A767,
            0x01_00A768,
            0x02_00A769,
            0x01_00A76A,
            0x02_00A76B,
            0x01_00A76C,
            0x02_00A76D,
            0x01_00A76E,
            0x02_00A76F,
            0x00_00A770,
            0x02_00A771,
            0x01_00A779,
            0x02_00A77A,
            0x01_00A77B,
            0x02_00A77C,
            0x01_00A77D,
            0x02_00A77F,
            0x01_00A780,
            0x02_00A781,
            0x01_00A782,
            0x02_00A783,
            0x01_00A784,
            0x02_00A785,
            0x01_00A786,
            0x02_00A787,
            0x00_00A788,
            0x01_00A78B,
            0x02_00A78C,
            0x01_00A78D,
            0x02_00A78E,
            0x00_00A78F,
            0x01_00A790,
            0x02_00A791,
            0x01_00A792,
            0x02_00A793,
            0x01_00A796,
            0x02_00A797,
            0x01_00A798,
            0x02_00A799,
            0x01_00A79A,
            0x02_00A79B,
            0x01_00A79C,
            0x02_00A79D,
            0x01_00A79E,
            0x02_00A79F,
            0x01_00A7A0,
            0x02_00A7A1,
            0x01_00A7A2,
            0x02_00A7A3,
            0x01_00A7A4,
            0x02_00A7A5,
            0x01_00A7A6,
            0x02_00A7A7,
            0x01_00A7A8,
            0x02_00A7A9,
            0x01_00A7AA,
            0x02_00A7AF,
            0x01_00A7B0,
            0x02_00A7B5,
            0x01_00A7B6,
            0x02_00A7B7,
            0x01_00A7B8,
            0x02_00A7B9,
            0x01_00A7BA,
            0x02_00A7BB,
            0x01_00A7BC,
            0x02_00A7BD,
            0x01_00A7BE,
            0x02_00A7BF,
            0x01_00A7C0,
            0x02_00A7C1,
            0x01_00A7C2,
            0x02_00A7C3,
            0x01_00A7C4,
            0x02_00A7C8,
            0x01_00A7C9,
            0x02_00A7CA,
            0x01_00A7CB,
            0x02_00A7CD,
            0x00_00A7CE,
            0x01_00A7D0,
            0x02_00A7D1,
            0x00_00A7D2,
            0x02_00A7D3,
            0x00_00A7D4,
            0x02_00A7D5,
            0x01_00A7D6,
            0x02_00A7D7,
            0x01_00A7D8,
            0x02_00A7D9,
            0x01_00A7DA,
            0x02_00A7DB,
            0x01_00A7DC,
            0x00_00A7DD,
            0x01_00A7F5,
            0x02_00A7F6,
            0x00_00A7F7,
            0x02_00A7FA,
            0x00_00A7FB,
            0x02_00AB30,
            0x00_00AB5B,
            0x02_00AB60,
            0x00_00AB69,
            0x02_00AB70,
            0x00_00ABC0,
            0x02_00FB00,
            0x00_00FB07,
            0x02_00FB13,
            0x00_00FB18,
            0x01_00FF21,
            0x00_00FF3B,
            0x02_00FF41,
            0x00_00FF5B,
            0x01_010400,
            0x02_010428,
            0x00_010450,
            0x01_0104B0,
            0x00_0104D4,
            0x02_0104D8,
            0x00_0104FC,
            0x01_010570,
            0x00_01057B,
            0x01_01057C,
            0x00_01058B,
            0x01_01058C,
            0x00_010593,
            0x01_010594,
            0x00_010596,
            0x02_010597,
            0x00_0105A2,
            0x02_0105A3,
            0x00_0105B2,
            0x02_0105B3,
            0x00_0105BA,
            0x02_0105BB,
            0x00_0105BD,
            0x01_010C80,
            0x00_010CB3,
            0x02_010CC0,
            0x00_010CF3,
            0x01_010D50,
            0x00_010D66,
            0x02_010D70,
            0x00_010D86,
            0x01_0118A0,
            0x02_0118C0,
            0x00_0118E0,
            0x01_016E40,
            0x02_016E60,
            0x00_016E80,
            0x01_01D400,
            0x02_01D41A,
            0x01_01D434,
            0x02_01D44E,
            0x00_01D455,
            0x02_01D456,
            0x01_01D468,
            0x02_01D482,
            0x01_01D49C,
            0x00_01D49D,
            0x01_01D49E,
            0x00_01D4A0,
            0x01_01D4A2,
            0x00_01D4A3,
            0x01_01D4A5,
            0x00_01D4A7,
            0x01_01D4A9,
            0x00_01D4AD,
            0x01_01D4AE,
            0x02_01D4B6,
            0x00_01D4BA,
            0x02_01D4BB,
            0x00_01D4BC,
            0x02_01D4BD,
            0x00_01D4C4,
            0x02_01D4C5,
            0x01_01D4D0,
            0x02_01D4EA,
            0x01_01D504,
            0x00_01D506,
            0x01_01D507,
            0x00_01D50B,
            0x01_01D50D,
            0x00_01D515,
            0x01_01D516,
            0x00_01D51D,
            0x02_01D51E,
            0x01_01D538,
            0x00_01D53A,
            0x01_01D53B,
            0x00_01D53F,
            0x01_01D540,
            0x00_01D545,
            0x01_01D546,
            0x00_01D547,
            0x01_01D54A,
            0x00_01D551,
            0x02_01D552,
            0x01_01D56C,
            0x02_01D586,
            0x01_01D5A0,
            0x02_01D5BA,
            0x01_01D5D4,
            0x02_01D5EE,
            0x01_01D608,
            0x02_01D622,
            0x01_01D63C,
            0x02_01D656,
            0x01_01D670,
            0x02_01D68A,
            0x00_01D6A6,
            0x01_01D6A8,
            0x00_01D6C1,
            0x02_01D6C2,
            0x00_01D6DB,
            0x02_01D6DC,
            0x01_01D6E2,
            0x00_01D6FB,
            0x02_01D6FC,
            0x00_01D715,
            0x02_01D716,
            0x01_01D71C,
            0x00_01D735,
            0x02_01D736,
            0x00_01D74F,
            0x02_01D750,
            0x01_01D756,
            0x00_01D76F,
            0x02_01D770,
            0x00_01D789,
            0x02_01D78A,
            0x01_01D790,
            0x00_01D7A9,
            0x02_01D7AA,
            0x00_01D7C3,
            0x02_01D7C4,
            0x01_01D7CA,
            0x02_01D7CB,
            0x00_01D7CC,
            0x02_01DF00,
            0x00_01DF0A,
            0x02_01DF0B,
            0x00_01DF1F,
            0x02_01DF25,
            0x00_01DF2B,
            0x01_01E900,
            0x02_01E922,
            0x00_01E944,
        ],
        start: 3,
        accepting: 4,
        next: Next::Narrow(&[
            [0, 0, 4],
            [0, 2, 0],
            [0, 0, 4],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^[\p{L}\p{N}_.-]+$` is found in the text.
pub(crate) const fn pattern_383(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<2> = Dfa {
        ascii: &classes(&[".0-9A-Z_a-z-"]),
        others: &[
            0x00_000080,
            0x01_0000AA,
            0x00_0000AB,
            0x01_0000B2,
            0x00_0000B4,
            0x01_0000B5,
            0x00_0000B6,
            0x01_0000B9,
            0x00_0000BB,
            0x01_0000BC,
            0x00_0000BF,
            0x01_0000C0,
            0x00_0000D7,
            0x01_0000D8,
            0x00_0000F7,
            0x01_0000F8,
            0x00_0002C2,
            0x01_0002C6,
            0x00_0002D2,
            0x01_0002E0,
            0x00_0002E5,
            0x01_0002EC,
            0x00_0002ED,
            0x01_0002EE,
            0x00_0002EF,
            0x01_000370,
            0x00_000375,
            0x01_000376,
            0x00_000378,
            0x01_00037A,
            0x00_00037E,
            0x01_00037F,
            0x00_000380,
            0x01_000386,
            0x00_000387,
            0x01_000388,
            0x00_00038B,
            0x01_00038C,
            0x00_00038D,
            0x01_00038E,
            0x00_0003A2,
            0x01_0003A3,
            0x00_0003F6,
            0x01_0003F7,
            0x00_000482,
            0x01_00048A,
            0x00_000530,
            0x01_000531,
            0x00_000557,
            0x01_000559,
            0x00_00055A,
            0x01_000560,
            0x00_000589,
            0x01_0005D0,
            0x00_0005EB,
            0x01_0005EF,
            0x00_0005F3,
            0x01_000620,
            0x00_00064B,
            0x01_000660,
            0x00_00066A,
            0x01_00066E,
            0x00_000670,
            0x01_000671,
            0x00_0006D4,
            0x01_0006D5,
            0x00_0006D6,
            0x01_0006E5,
            0x00_0006E7,
            0x01_0006EE,
            0x00_0006FD,
            0x01_0006FF,
            0x00_000700,
            0x01_000710,
            0x00_000711,
            0x01_000712,
            0x00_000730,
            0x01_00074D,
            0x00_0007A6,
            0x01_0007B1,
            0x00_0007B2,
            0x01_0007C0,
            0x00_0007EB,
            0x01_0007F4,
            0x00_0007F6,
            0x01_0007FA,
            0x00_0007FB,
            0x01_000800,
            0x00_000816,
            0x01_00081A,
            0x00_00081B,
            0x01_000824,
            0x00_000825,
            0x01_000828,
            0x00_000829,
            0x01_000840,
            0x00_000859,
            0x01_000860,
            0x00_00086B,
            0x01_000870,
            0x00_000888,
            0x01_000889,
            0x00_00088F,
            0x01_0008A0,
            0x00_0008CA,
            0x01_000904,
            0x00_00093A,
            0x01_00093D,
            0x00_00093E,
            0x01_000950,
            0x00_000951,
            0x01_000958,
            0x00_000962,
            0x01_000966,
            0x00_000970,
            0x01_000971,
            0x00_000981,
            0x01_000985,
            0x00_00098D,
            0x01_00098F,
            0x00_000991,
            0x01_000993,
            0x00_0009A9,
            0x01_0009AA,
            0x00_0009B1,
            0x01_0009B2,
            0x00_0009B3,
            0x01_0009B6,
            0x00_0009BA,
            0x01_0009BD,
            0x00_0009BE,
            0x01_0009CE,
            0x00_0009CF,
            0x01_0009DC,
            0x00_0009DE,
            0x01_0009DF,
            0x00_0009E2,
            0x01_0009E6,
            0x00_0009F2,
            0x01_0009F4,
            0x00_0009FA,
            0x01_0009FC,
            0x00_0009FD,
            0x01_000A05,
            0x00_000A0B,
            0x01_000A0F,
            0x00_000A11,
            0x01_000A13,
            0x00_000A29,
            0x01_000A2A,
            0x00_000A31,
            0x01_000A32,
            0x00_000A34,
            0x01_000A35,
            0x00_000A37,
            0x01_000A38,
            0x00_000A3A,
            0x01_000A59,
            0x00_000A5D,
            0x01_000A5E,
            0x00_000A5F,
            0x01_000A66,
            0x00_000A70,
            0x01_000A72,
            0x00_000A75,
            0x01_000A85,
            0x00_000A8E,
            0x01_000A8F,
            0x00_000A92,
            0x01_000A93,
            0x00_000AA9,
            0x01_000AAA,
            0x00_000AB1,
            0x01_000AB2,
            0x00_000AB4,
            0x01_000AB5,
            0x00_000ABA,
            0x01_000ABD,
            0x00_000ABE,
            0x01_000AD0,
            0x00_000AD1,
            0x01_000AE0,
            0x00_000AE2,
            0x01_000AE6,
            0x00_000AF0,
            0x01_000AF9,
            0x00_000AFA,
            0x01_000B05,
            0x00_000B0D,
            0x01_000B0F,
            0x00_000B11,
            0x01_000B13,
            0x00_000B29,
            0x01_000B2A,
            0x00_000B31,
            0x01_000B32,
            0x00_000B34,
            0x01_000B35,
            0x00_000B3A,
            0x01_000B3D,
            0x00_000B3E,
            0x01_000B5C,
            0x00_000B5E,
            0x01_000B5F,
            0x00_000B62,
            0x01_000B66,
            0x00_000B70,
            0x01_000B71,
            0x00_000B78,
            0x01_000B83,
            0x00_000B84,
            0x01_000B85,
            0x00_000B8B,
            0x01_000B8E,
            0x00_000B91,
            0x01_000B92,
            0x00_000B96,
            0x01_000B99,
            0x00_000B9B,
            0x01_000B9C,
            0x00_000B9D,
            0x01_000B9E,
            0x00_000BA0,
            0x01_000BA3,
            0x00_000BA5,
            0x01_000BA8,
            0x00_000BAB,
            0x01_000BAE,
            0x00_000BBA,
            0x01_000BD0,
            0x00_000BD1,
            0x01_000BE6,
            0x00_000BF3,
            0x01_000C05,
            0x00_000C0D,
            0x01_000C0E,
            0x00_000C11,
            0x01_000C12,
            0x00_000C29,
            0x01_000C2A,
            0x00_000C3A,
            0x01_000C3D,
            0x00_000C3E,
            0x01_000C58,
            0x00_000C5B,
            0x01_000C5D,
            0x00_000C5E,
            0x01_000C60,
            0x00_000C62,
            0x01_000C66,
            0x00_000C70,
            0x01_000C78,
            0x00_000C7F,
            0x01_000C80,
            0x00_000C81,
            0x01_000C85,
            0x00_000C8D,
            0x01_000C8E,
            0x00_000C91,
            0x01_000C92,
            0x00_000CA9,
            0x01_000CAA,
            0x00_000CB4,
            0x01_000CB5,
            0x00_000CBA,
            0x01_000CBD,
            0x00_000CBE,
            0x01_000CDD,
            0x00_000CDF,
            0x01_000CE0,
            0x00_000CE2,
            0x01_000CE6,
            0x00_000CF0,
            0x01_000CF1,
            0x00_000CF3,
            0x01_000D04,
            0x00_000D0D,
            0x01_000D0E,
            0x00_000D11,
            0x01_000D12,
            0x00_000D3B,
            0x01_000D3D,
            0x00_000D3E,
            0x01_000D4E,
            0x00_000D4F,
            0x01_000D54,
            0x00_000D57,
            0x01_000D58,
            0x00_000D62,
            0x01_000D66,
            0x00_000D79,
            0x01_000D7A,
            0x00_000D80,
            0x01_000D85,
            0x00_000D97,
            0x01_000D9A,
            0x00_000DB2,
            0x01_000DB3,
            0x00_000DBC,
            0x01_000DBD,
            0x00_000DBE,
            0x01_000DC0,
            0x00_000DC7,
            0x01_000DE6,
            0x00_000DF0,
            0x01_000E01,
            0x00_000E31,
            0x01_000E32,
            0x00_000E34,
            0x01_000E40,
            0x00_000E47,
            0x01_000E50,
            0x00_000E5A,
            0x01_000E81,
            0x00_000E83,
            0x01_000E84,
            0x00_000E85,
            0x01_000E86,
            0x00_000E8B,
            0x01_000E8C,
            0x00_000EA4,
            0x01_000EA5,
            0x00_000EA6,
            0x01_000EA7,
            0x00_000EB1,
            0x01_000EB2,
            0x00_000EB4,
            0x01_000EBD,
            0x00_000EBE,
            0x01_000EC0,
            0x00_000EC5,
            0x01_000EC6,
            0x00_000EC7,
            0x01_000ED0,
            0x00_000EDA,
            0x01_000EDC,
            0x00_000EE0,
            0x01_000F00,
            0x00_000F01,
            0x01_000F20,
            0x00_000F34,
            0x01_000F40,
            0x00_000F48,
            0x01_000F49,
            0x00_000F6D,
            0x01_000F88,
            0x00_000F8D,
            0x01_001000,
            0x00_00102B,
            0x01_00103F,
            0x00_00104A,
            0x01_001050,
            0x00_001056,
            0x01_00105A,
            0x00_00105E,
            0x01_001061,
            0x00_001062,
            0x01_001065,
            0x00_001067,
            0x01_00106E,
            0x00_001071,
            0x01_001075,
            0x00_001082,
            0x01_00108E,
            0x00_00108F,
            0x01_001090,
            0x00_00109A,
            0x01_0010A0,
            0x00_0010C6,
            0x01_0010C7,
            0x00_0010C8,
            0x01_0010CD,
            0x00_0010CE,
            0x01_0010D0,
            0x00_0010FB,
            0x01_0010FC,
            0x00_001249,
            0x01_00124A,
            0x00_00124E,
            0x01_001250,
            0x00_001257,
            0x01_001258,
            0x00_001259,
            0x01_00125A,
            0x00_00125E,
            0x01_001260,
            0x00_001289,
            0x01_00128A,
            0x00_00128E,
            0x01_001290,
            0x00_0012B1,
            0x01_0012B2,
            0x00_0012B6,
            0x01_0012B8,
            0x00_0012BF,
            0x01_0012C0,
            0x00_0012C1,
            0x01_0012C2,
            0x00_0012C6,
            0x01_0012C8,
            0x00_0012D7,
            0x01_0012D8,
            0x00_001311,
            0x01_001312,
            0x00_001316,
            0x01_001318,
            0x00_00135B,
            0x01_001369,
            0x00_00137D,
            0x01_001380,
            0x00_001390,
            0x01_0013A0,
            0x00_0013F6,
            0x01_0013F8,
            0x00_0013FE,
            0x01_001401,
            0x00_00166D,
            0x01_00166F,
            0x00_001680,
            0x01_001681,
            0x00_00169B,
            0x01_0016A0,
            0x00_0016EB,
            0x01_0016EE,
            0x00_0016F9,
            0x01_001700,
            0x00_001712,
            0x01_00171F,
            0x00_001732,
            0x01_001740,
            0x00_001752,
            0x01_001760,
            0x00_00176D,
            0x01_00176E,
            0x00_001771,
            0x01_001780,
            0x00_0017B4,
            0x01_0017D7,
            0x00_0017D8,
            0x01_0017DC,
            0x00_0017DD,
            0x01_0017E0,
            0x00_0017EA,
            0x01_0017F0,
            0x00_0017FA,
            0x01_001810,
            0x00_00181A,
            0x01_001820,
            0x00_001879,
            0x01_001880,
            0x00_001885,
            0x01_001887,
            0x00_0018A9,
            0x01_0018AA,
            0x00_0018AB,
            0x01_0018B0,
            0x00_0018F6,
            0x01_001900,
            0x00_00191F,
            0x01_001946,
            0x00_00196E,
            0x01_001970,
            0x00_001975,
            0x01_001980,
            0x00_0019AC,
            0x01_0019B0,
            0x00_0019CA,
            0x01_0019D0,
            0x00_0019DB,
            0x01_001A00,
            0x00_001A17,
            0x01_001A20,
            0x00_001A55,
            0x01_001A80,
            0x00_001A8A,
            0x01_001A90,
            0x00_001A9A,
            0x01_001AA7,
            0x00_001AA8,
            0x01_001B05,
            0x00_001B34,
            0x01_001B45,
            0x00_001B4D,
            0x01_001B50,
            0x00_001B5A,
            0x01_001B83,
            0x00_001BA1,
            0x01_001BAE,
            0x00_001BE6,
            0x01_001C00,
            0x00_001C24,
            0x01_001C40,
            0x00_001C4A,
            0x01_001C4D,
            0x00_001C7E,
            0x01_001C80,
            0x00_001C8B,
            0x01_001C90,
            0x00_001CBB,
            0x01_001CBD,
            0x00_001CC0,
            0x01_001CE9,
            0x00_001CED,
            0x01_001CEE,
            0x00_001CF4,
            0x01_001CF5,
            0x00_001CF7,
            0x01_001CFA,
            0x00_001CFB,
            0x01_001D00,
            0x00_001DC0,
            0x01_001E00,
            0x00_001F16,
            0x01_001F18,
            0x00_001F1E,
            0x01_001F20,
            0x00_001F46,
            0x01_001F48,
            0x00_001F4E,
            0x01_001F50,
            0x00_001F58,
            0x01_001F59,
            0x00_001F5A,
            0x01_001F5B,
            0x00_001F5C,
            0x01_001F5D,
            0x00_001F5E,
            0x01_001F5F,
            0x00_001F7E,
            0x01_001F80,
            0x00_001FB5,
            0x01_001FB6,
            0x00_001FBD,
            0x01_001FBE,
            0x00_001FBF,
            0x01_001FC2,
            0x00_001FC5,
            0x01_001FC6,
            0x00_001FCD,
            0x01_001FD0,
            0x00_001FD4,
            0x01_001FD6,
            0x00_001FDC,
            0x01_001FE0,
            0x00_001FED,
            0x01_001FF2,
            0x00_001FF5,
            0x01_001FF6,
            0x00_001FFD,
            0x01_002070,
            0x00_002072,
            0x01_002074,
            0x00_00207A,
            0x01_00207F,
            0x00_00208A,
            0x01_002090,
            0x00_00209D,
            0x01_002102,
            0x00_002103,
            0x01_002107,
            0x00_002108,
            0x01_00210A,
            0x00_002114,
            0x01_002115,
            0x00_002116,
            0x01_002119,
            0x00_00211E,
            0x01_002124,
            0x00_002125,
            0x01_002126,
            0x00_002127,
            0x01_002128,
            0x00_002129,
            0x01_00212A,
            0x00_00212E,
            0x01_00212F,
            0x00_00213A,
            0x01_00213C,
            0x00_002140,
            0x01_002145,
            0x00_00214A,
            0x01_00214E,
            0x00_00214F,
            0x01_002150,
            0x00_00218A,
            0x01_002460,
            0x00_00249C,
            0x01_0024EA,
            0x00_002500,
            0x01_002776,
            0x00_002794,
            0x01_002C00,
            0x00_002CE5,
            0x01_002CEB,
            0x00_002CEF,
            0x01_002CF2,
            0x00_002CF4,
            0x01_002CFD,
            0x00_002CFE,
            0x01_002D00,
            0x00_002D26,
            0x01_002D27,
            0x00_002D28,
            0x01_002D2D,
            0x00_002D2E,
            0x01_002D30,
            0x00_002D68,
            0x01_002D6F,
            0x00_002D70,
            0x01_002D80,
            0x00_002D97,
            0x01_002DA0,
            0x00_002DA7,
            0x01_002DA8,
            0x00_002DAF,
            0x01_002DB0,
            0x00_002DB7,
            0x01_002DB8,
            0x00_002DBF,
            0x01_002DC0,
            0x00_002DC7,
            0x01_002DC8,
            0x00_002DCF,
            0x01_002DD0,
            0x00_002DD7,
            0x01_002DD8,
            0x00_002DDF,
            0x01_002E2F,
            0x00_002E30,
            0x01_003005,
            0x00_003008,
            0x01_003021,
            0x00_00302A,
            0x01_003031,
            0x00_003036,
            0x01_003038,
            0x00_00303D,
            0x01_003041,
            0x00_003097,
            0x01_00309D,
            0x00_0030A0,
            0x01_0030A1,
            0x00_0030FB,
            0x01_0030FC,
            0x00_003100,
            0x01_003105,
            0x00_003130,
            0x01_003131,
            0x00_00318F,
            0x01_003192,
            0x00_003196,
            0x01_0031A0,
            0x00_0031C0,
            0x01_0031F0,
            0x00_003200,
            0x01_003220,
            0x00_00322A,
            0x01_003248,
            0x00_003250,
            0x01_003251,
            0x00_003260,
            0x01_003280,
            0x00_00328A,
            0x01_0032B1,
            0x00_0032C0,
            0x01_003400,
            0x00_004DC0,
            0x01_004E00,
            0x00_00A48D,
            0x01_00A4D0,
            0x00_00A4FE,
            0x01_00A500,
            0x00_00A60D,
            0x01_00A610,
            0x00_00A62C,
            0x01_00A640,
            0x00_00A66F,
            0x01_00A67F,
            0x00_00A69E,
            0x01_00A6A0,
            0x00_00A6F0,
            0x01_00A717,
            0x00_00A720,
            0x01_00A722,
            0x00_00A789,
            0x01_00A78B,
            0x00_00A7CE,
            0x01_00A7D0,
            0x00_00A7D2,
            0x01_00A7D3,
            0x00_00A7D4,
            0x01_00A7D5,
            0x00_00A7DD,
            0x01_00A7F2,
            0x00_00A802,
            0x01_00A803,
            0x00_00A806,
            0x01_00A807,
            0x00_00A80B,
            0x01_00A80C,
            0x00_00A823,
            0x01_00A830,
            0x00_00A836,
            0x01_00A840,
            0x00_00A874,
            0x01_00A882,
            0x00_00A8B4,
            0x01_00A8D0,
            0x00_00A8DA,
            0x01_00A8F2,
            0x00_00A8F8,
            0x01_00A8FB,
            0x00_00A8FC,
            0x01_00A8FD,
            0x00_00A8FF,
            0x01_00A900,
            0x00_00A926,
            0x01_00A930,
            0x00_00A947,
            0x01_00A960,
            0x00_00A97D,
            0x01_00A984,
            0x00_00A9B3,
            0x01_00A9CF,
            0x00_00A9DA,
            0x01_00A9E0,
            0x00_00A9E5,
            0x01_00A9E6,
            0x00_00A9FF,
            0x01_00AA00,
            0x00_00AA29,
            0x01_00AA40,
            0x00_00AA43,
            0x01_00AA44,
            0x00_00AA4C,
            0x01_00AA50,
            0x00_00AA5A,
            0x01_00AA60,
            0x00_00AA77,
            0x01_00AA7A,
            0x00_00AA7B,
            0x01_00AA7E,
            0x00_00AAB0,
            0x01_00AAB1,
            0x00_00AAB2,
            0x01_00AAB5,
            0x00_00AAB7,
            0x01_00AAB9,
            0x00_00AABE,
            0x01_00AAC0,
            0x00_00AAC1,
            0x01_00AAC2,
            0x00_00AAC3,
            0x01_00AADB,
            0x00_00AADE,
            0x01_00AAE0,
            0x00_00AAEB,
            0x01_00AAF2,
            0x00_00AAF5,
            0x01_00AB01,
            0x00_00AB07,
            0x01_00AB09,
            0x00_00AB0F,
            0x01_00AB11,
            0x00_00AB17,
            0x01_00AB20,
            0x00_00AB27,
            0x01_00AB28,
            0x00_00AB2F,
            0x01_00AB30,
            0x00_00AB5B,
            0x01_00AB5C,
            0x00_00AB6A,
            0x01_00AB70,
            0x00_00ABE3,
            0x01_00ABF0,
            0x00_00ABFA,
            0x01_00AC00,
            0x00_00D7A4,
            0x01_00D7B0,
            0x00_00D7C7,
            0x01_00D7CB,
            0x00_00D7FC,
            0x01_00F900,
            0x00_00FA6E,
            0x01_00FA70,
            0x00_00FADA,
            0x01_00FB00,
            0x00_00FB07,
            0x01_00FB13,
            0x00_00FB18,
            0x01_00FB1D,
            0x00_00FB1E,
            0x01_00FB1F,
            0x00_00FB29,
            0x01_00FB2A,
            0x00_00FB37,
            0x01_00FB38,
            0x00_00FB3D,
            0x01_00FB3E,
            0x00_00FB3F,
            0x01_00FB40,
            0x00_00FB42,
            0x01_00FB43,
            0x00_00FB45,
            0x01_00FB46,
            0x00_00FBB2,
            0x01_00FBD3,
            0x00_00FD3E,
            0x01_00FD50,
            0x00_00FD90,
            0x01_00FD92,
            0x00_00FDC8,
            0x01_00FDF0,
            0x00_00FDFC,
            0x01_00FE70,
            0x00_00FE75,
            0x01_00FE76,
            0x00_00FEFD,
            0x01_00FF10,
            0x00_00FF1A,
            0x01_00FF21,
            0x00_00FF3B,
            0x01_00FF41,
            0x00_00FF5B,
            0x01_00FF66,
            0x00_00FFBF,
            0x01_00FFC2,
            0x00_00FFC8,
            0x01_00FFCA,
            0x00_00FFD0,
            0x01_00FFD2,
            0x00_00FFD8,
            0x01_00FFDA,
            0x00_00FFDD,
            0x01_010000,
            0x00_01000C,
            0x01_01000D,
            0x00_010027,
            0x01_010028,
            0x00_01003B,
            0x01_01003C,
            0x00_01003E,
            0x01_01003F,
            0x00_01004E,
            0x01_010050,
            0x00_01005E,
            0x01_010080,
            0x00_0100FB,
            0x01_010107,
            0x00_010134,
            0x01_010140,
            0x00_010179,
            0x01_01018A,
            0x00_01018C,
            0x01_010280,
            0x00_01029D,
            0x01_0102A0,
            0x00_0102D1,
            0x01_0102E1,
            0x00_0102FC,
            0x01_010300,
            0x00_010324,
            0x01_01032D,
            0x00_01034B,
            0x01_010350,
            0x00_010376,
            0x01_010380,
            0x00_01039E,
            0x01_0103A0,
            0x00_0103C4,
            0x01_0103C8,
            0x00_0103D0,
            0x01_0103D1,
            0x00_0103D6,
            0x01_010400,
            0x00_01049E,
            0x01_0104A0,
            0x00_0104AA,
            0x01_0104B0,
            0x00_0104D4,
            0x01_0104D8,
            0x00_0104FC,
            0x01_010500,
            0x00_010528,
            0x01_010530,
            0x00_010564,
            0x01_010570,
            0x00_01057B,
            0x01_01057C,
            0x00_01058B,
            0x01_01058C,
            0x00_010593,
            0x01_010594,
            0x00_010596,
            0x01_010597,
            0x00_0105A2,
            0x01_0105A3,
            0x00_0105B2,
            0x01_0105B3,
            0x00_0105BA,
            0x01_0105BB,
            0x00_0105BD,
            0x01_0105C0,
            0x00_0105F4,
            0x01_010600,
            0x00_010737,
            0x01_010740,
            0x00_010756,
            0x01_010760,
            0x00_010768,
            0x01_010780,
            0x00_010786,
            0x01_010787,
            0x00_0107B1,
            0x01_0107B2,
            0x00_0107BB,
            0x01_010800,
            0x00_010806,
            0x01_010808,
            0x00_010809,
            0x01_01080A,
            0x00_010836,
            0x01_010837,
            0x00_010839,
            0x01_01083C,
            0x00_01083D,
            0x01_01083F,
            0x00_010856,
            0x01_010858,
            0x00_010877,
            0x01_010879,
            0x00_01089F,
            0x01_0108A7,
            0x00_0108B0,
            0x01_0108E0,
            0x00_0108F3,
            0x01_0108F4,
            0x00_0108F6,
            0x01_0108FB,
            0x00_01091C,
            0x01_010920,
            0x00_01093A,
            0x01_010980,
            0x00_0109B8,
            0x01_0109BC,
            0x00_0109D0,
            0x01_0109D2,
            0x00_010A01,
            0x01_010A10,
            0x00_010A14,
            0x01_010A15,
            0x00_010A18,
            0x01_010A19,
            0x00_010A36,
            0x01_010A40,
            0x00_010A49,
            0x01_010A60,
            0x00_010A7F,
            0x01_010A80,
            0x00_010AA0,
            0x01_010AC0,
            0x00_010AC8,
            0x01_010AC9,
            0x00_010AE5,
            0x01_010AEB,
            0x00_010AF0,
            0x01_010B00,
            0x00_010B36,
            0x01_010B40,
            0x00_010B56,
            0x01_010B58,
            0x00_010B73,
            0x01_010B78,
            0x00_010B92,
            0x01_010BA9,
            0x00_010BB0,
            0x01_010C00,
            0x00_010C49,
            0x01_010C80,
            0x00_010CB3,
            0x01_010CC0,
            0x00_010CF3,
            0x01_010CFA,
            0x00_010D24,
            0x01_010D30,
            0x00_010D3A,
            0x01_010D40,
            0x00_010D66,
            0x01_010D6F,
            0x00_010D86,
            0x01_010E60,
            0x00_010E7F,
            0x01_010E80,
            0x00_010EAA,
            0x01_010EB0,
            0x00_010EB2,
            0x01_010EC2,
            0x00_010EC5,
            0x01_010F00,
            0x00_010F28,
            0x01_010F30,
            0x00_010F46,
            0x01_010F51,
            0x00_010F55,
            0x01_010F70,
            0x00_010F82,
            0x01_010FB0,
            0x00_010FCC,
            0x01_010FE0,
            0x00_010FF7,
            0x01_011003,
            0x00_011038,
            0x01_011052,
            0x00_011070,
            0x01_011071,
            0x00_011073,
            0x01_011075,
            0x00_011076,
            0x01_011083,
            0x00_0110B0,
            0x01_0110D0,
            0x00_0110E9,
            0x01_0110F0,
            0x00_0110FA,
            0x01_011103,
            0x00_011127,
            0x01_011136,
            0x00_011140,
            0x01_011144,
            0x00_011145,
            0x01_011147,
            0x00_011148,
            0x01_011150,
            0x00_011173,
            0x01_011176,
            0x00_011177,
            0x01_011183,
            0x00_0111B3,
            0x01_0111C1,
            0x00_0111C5,
            0x01_0111D0,
            0x00_0111DB,
            0x01_0111DC,
            0x00_0111DD,
            0x01_0111E1,
            0x00_0111F5,
            0x01_011200,
            0x00_011212,
            0x01_011213,
            0x00_01122C,
            0x01_01123F,
            0x00_011241,
            0x01_011280,
            0x00_011287,
            0x01_011288,
            0x00_011289,
            0x01_01128A,
            0x00_01128E,
            0x01_01128F,
            0x00_01129E,
            0x01_01129F,
            0x00_0112A9,
            0x01_0112B0,
            0x00_0112DF,
            0x01_0112F0,
            0x00_0112FA,
            0x01_011305,
            0x00_01130D,
            0x01_01130F,
            0x00_011311,
            0x01_011313,
            0x00_011329,
            0x01_01132A,
            0x00_011331,
            0x01_011332,
            0x00_011334,
            0x01_011335,
            0x00_01133A,
            0x01_01133D,
            0x00_01133E,
            0x01_011350,
            0x00_011351,
            0x01_01135D,
            0x00_011362,
            0x01_011380,
            0x00_01138A,
            0x01_01138B,
            0x00_01138C,
            0x01_01138E,
            0x00_01138F,
            0x01_011390,
            0x00_0113B6,
            0x01_0113B7,
            0x00_0113B8,
            0x01_0113D1,
            0x00_0113D2,
            0x01_0113D3,
            0x00_0113D4,
            0x01_011400,
            0x00_011435,
            0x01_011447,
            0x00_01144B,
            0x01_011450,
            0x00_01145A,
            0x01_01145F,
            0x00_011462,
            0x01_011480,
            0x00_0114B0,
            0x01_0114C4,
            0x00_0114C6,
            0x01_0114C7,
            0x00_0114C8,
            0x01_0114D0,
            0x00_0114DA,
            0x01_011580,
            0x00_0115AF,
            0x01_0115D8,
            0x00_0115DC,
            0x01_011600,
            0x00_011630,
            0x01_011644,
            0x00_011645,
            0x01_011650,
            0x00_01165A,
            0x01_011680,
            0x00_0116AB,
            0x01_0116B8,
            0x00_0116B9,
            0x01_0116C0,
            0x00_0116CA,
            0x01_0116D0,
            0x00_0116E4,
            0x01_011700,
            0x00_01171B,
            0x01_011730,
            0x00_01173C,
            0x01_011740,
            0x00_011747,
            0x01_011800,
            0x00_01182C,
            0x01_0118A0,
            0x00_0118F3,
            0x01_0118FF,
            0x00_011907,
            0x01_011909,
            0x00_01190A,
            0x01_01190C,
            0x00_011914,
            0x01_011915,
            0x00_011917,
            0x01_011918,
            0x00_011930,
            0x01_01193F,
            0x00_011940,
            0x01_011941,
            0x00_011942,
            0x01_011950,
            0x00_01195A,
            0x01_0119A0,
            0x00_0119A8,
            0x01_0119AA,
            0x00_0119D1,
            0x01_0119E1,
            0x00_0119E2,
            0x01_0119E3,
            0x00_0119E4,
            0x01_011A00,
            0x00_011A01,
            0x01_011A0B,
            0x00_011A33,
            0x01_011A3A,
            0x00_011A3B,
            0x01_011A50,
            0x00_011A51,
            0x01_011A5C,
            0x00_011A8A,
            0x01_011A9D,
            0x00_011A9E,
            0x01_011AB0,
            0x00_011AF9,
            0x01_011BC0,
            0x00_011BE1,
            0x01_011BF0,
            0x00_011BFA,
            0x01_011C00,
            0x00_011C09,
            0x01_011C0A,
            0x00_011C2F,
            0x01_011C40,
            0x00_011C41,
            0x01_011C50,
            0x00_011C6D,
            0x01_011C72,
            0x00_011C90,
            0x01_011D00,
            0x00_011D07,
            0x01_011D08,
            0x00_011D0A,
            0x01_011D0B,
            0x00_011D31,
            0x01_011D46,
            0x00_011D47,
            0x01_011D50,
            0x00_011D5A,
            0x01_011D60,
            0x00_011D66,
            0x01_011D67,
            0x00_011D69,
            0x01_011D6A,
            0x00_011D8A,
            0x01_011D98,
            0x00_011D99,
            0x01_011DA0,
            0x00_011DAA,
            0x01_011EE0,
            0x00_011EF3,
            0x01_011F02,
            0x00_011F03,
            0x01_011F04,
            0x00_011F11,
            0x01_011F12,
            0x00_011F34,
            0x01_011F50,
            0x00_011F5A,
            0x01_011FB0,
            0x00_011FB1,
            0x01_011FC0,
            0x00_011FD5,
            0x01_012000,
            0x00_01239A,
            0x01_012400,
            0x00_01246F,
            0x01_012480,
            0x00_012544,
            0x01_012F90,
            0x00_012FF1,
            0x01_013000,
            0x00_013430,
            0x01_013441,
            0x00_013447,
            0x01_013460,
            0x00_0143FB,
            0x01_014400,
            0x00_014647,
            0x01_016100,
            0x00_01611E,
            0x01_016130,
            0x00_01613A,
            0x01_016800,
            0x00_016A39,
            0x01_016A40,
            0x00_016A5F,
            0x01_016A60,
            0x00_016A6A,
            0x01_016A70,
            0x00_016ABF,
            0x01_016AC0,
            0x00_016ACA,
            0x01_016AD0,
            0x00_016AEE,
            0x01_016B00,
            0x00_016B30,
            0x01_016B40,
            0x00_016B44,
            0x01_016B50,
            0x00_016B5A,
            0x01_016B5B,
            0x00_016B62,
            0x01_016B63,
            0x00_016B78,
            0x01_016B7D,
            0x00_016B90,
            0x01_016D40,
            0x00_016D6D,
            0x01_016D70,
            0x00_016D7A,
            0x01_016E40,
            0x00_016E97,
            0x01_016F00,
            0x00_016F4B,
            0x01_016F50,
            0x00_016F51,
            0x01_016F93,
            0x00_016FA0,
            0x01_016FE0,
            0x00_016FE2,
            0x01_016FE3,
            0x00_016FE4,
            0x01_017000,
            0x00_0187F8,
            0x01_018800,
            0x00_018CD6,
            0x01_018CFF,
            0x00_018D09,
            0x01_01AFF0,
            0x00_01AFF4,
            0x01_01AFF5,
            0x00_01AFFC,
            0x01_01AFFD,
            0x00_01AFFF,
            0x01_01B000,
            0x00_01B123,
            0x01_01B132,
            0x00_01B133,
            0x01_01B150,
            0x00_01B153,
            0x01_01B155,
            0x00_01B156,
            0x01_01B164,
            0x00_01B168,
            0x01_01B170,
            0x00_01B2FC,
            0x01_01BC00,
            0x00_01BC6B,
            0x01_01BC70,
            0x00_01BC7D,
            0x01_01BC80,
            0x00_01BC89,
            0x01_01BC90,
            0x00_01BC9A,
            0x01_01CCF0,
            0x00_01CCFA,
            0x01_01D2C0,
            0x00_01D2D4,
            0x01_01D2E0,
            0x00_01D2F4,
            0x01_01D360,
            0x00_01D379,
            0x01_01D400,
            0x00_01D455,
            0x01_01D456,
            0x00_01D49D,
            0x01_01D49E,
            0x00_01D4A0,
            0x01_01D4A2,
            0x00_01D4A3,
            0x01_01D4A5,
            0x00_01D4A7,
            0x01_01D4A9,
            0x00_01D4AD,
            0x01_01D4AE,
            0x00_01D4BA,
            0x01_01D4BB,
            0x00_01D4BC,
            0x01_01D4BD,
            0x00_01D4C4,
            0x01_01D4C5,
            0x00_01D506,
            0x01_01D507,
            0x00_01D50B,
            0x01_01D50D,
            0x00_01D515,
            0x01_01D516,
            0x00_01D51D,
            0x01_01D51E,
            0x00_01D53A,
            0x01_01D53B,
            0x00_01D53F,
            0x01_01D540,
            0x00_01D545,
            0x01_01D546,
            0x00_01D547,
            0x01_01D54A,
            0x00_01D551,
            0x01_01D552,
            0x00_01D6A6,
            0x01_01D6A8,
            0x00_01D6C1,
            0x01_01D6C2,
            0x00_01D6DB,
            0x01_01D6DC,
            0x00_01D6FB,
            0x01_01D6FC,
            0x00_01D715,
            0x01_01D716,
            0x00_01D735,
            0x01_01D736,
            0x00_01D74F,
            0x01_01D750,
            0x00_01D76F,
            0x01_01D770,
            0x00_01D789,
            0x01_01D78A,
            0x00_01D7A9,
            0x01_01D7AA,
            0x00_01D7C3,
            0x01_01D7C4,
            0x00_01D7CC,
            0x01_01D7CE,
            0x00_01D800,
            0x01_01DF00,
            0x00_01DF1F,
            0x01_01DF25,
            0x00_01DF2B,
            0x01_01E030,
            0x00_01E06E,
            0x01_01E100,
            0x00_01E12D,
            0x01_01E137,
            0x00_01E13E,
            0x01_01E140,
            0x00_01E14A,
            0x01_01E14E,
            0x00_01E14F,
            0x01_01E290,
            0x00_01E2AE,
            0x01_01E2C0,
            0x00_01E2EC,
            0x01_01E2F0,
            0x00_01E2FA,
            0x01_01E4D0,
            0x00_01E4EC,
            0x01_01E4F0,
            0x00_01E4FA,
            0x01_01E5D0,
            0x00_01E5EE,
            0x01_01E5F0,
            0x00_01E5FB,
            0x01_01E7E0,
            0x00_01E7E7,
            0x01_01E7E8,
            0x00_01E7EC,
            0x01_01E7ED,
            0x00_01E7EF,
            0x01_01E7F0,
            0x00_01E7FF,
            0x01_01E800,
            0x00_01E8C5,
            0x01_01E8C7,
            0x00_01E8D0,
            0x01_01E900,
            0x00_01E944,
            0x01_01E94B,
            0x00_01E94C,
            0x01_01E950,
            0x00_01E95A,
            0x01_01EC71,
            0x00_01ECAC,
            0x01_01ECAD,
            0x00_01ECB0,
            0x01_01ECB1,
            0x00_01ECB5,
            0x01_01ED01,
            0x00_01ED2E,
            0x01_01ED2F,
            0x00_01ED3E,
            0x01_01EE00,
            0x00_01EE04,
            0x01_01EE05,
            0x00_01EE20,
            0x01_01EE21,
            0x00_01EE23,
            0x01_01EE24,
            0x00_01EE25,
            0x01_01EE27,
            0x00_01EE28,
            0x01_01EE29,
            0x00_01EE33,
            0x01_01EE34,
            0x00_01EE38,
            0x01_01EE39,
            0x00_01EE3A,
            0x01_01EE3B,
            0x00_01EE3C,
            0x01_01EE42,
            0x00_01EE43,
            0x01_01EE47,
            0x00_01EE48,
            0x01_01EE49,
            0x00_01EE4A,
            0x01_01EE4B,
            0x00_01EE4C,
            0x01_01EE4D,
            0x00_01EE50,
            0x01_01EE51,
            0x00_01EE53,
            0x01_01EE54,
            0x00_01EE55,
            0x01_01EE57,
            0x00_01EE58,
            0x01_01EE59,
            0x00_01EE5A,
            0x01_01EE5B,
            0x00_01EE5C,
            0x01_01EE5D,
            0x00_01EE5E,
            0x01_01EE5F,
            0x00_01EE60,
            0x01_01EE61,
            0x00_01EE63,
            0x01_01EE64,
            0x00_01EE65,
            0x01_01EE67,
            0x00_01EE6B,
            0x01_01EE6C,
            0x00_01EE73,
            0x01_01EE74,
            0x00_01EE78,
            0x01_01EE79,
            0x00_01EE7D,
            0x01_01EE7E,
            0x00_01EE7F,
            0x01_01EE80,
            0x00_01EE8A,
            0x01_01EE8B,
            0x00_01EE9C,
            0x01_01EEA1,
            0x00_01EEA4,
            0x01_01EEA5,
            0x00_01EEAA,
            0x01_01EEAB,
            0x00_01EEBC,
            0x01_01F100,
            0x00_01F10D,
            0x01_01FBF0,
            0x00_01FBFA,
            0x01_020000,
            0x00_02A6E0,
            0x01_02A700,
            0x00_02B73A,
            0x01_02B740,
            0x00_02B81E,
            0x01_02B820,
            0x00_02CEA2,
            0x01_02CEB0,
            0x00_02EBE1,
            0x01_02EBF0,
            0x00_02EE5E,
            0x01_02F800,
            0x00_02FA1E,
            0x01_030000,
            0x00_03134B,
            0x01_031350,
            0x00_0323B0,
        ],
        start: 2,
        accepting: 3,
        next: Next::Narrow(&[
            [0, 3],
            [0, 3],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^[\p{L}\-]+$` is found in the text.
pub(crate) const fn pattern_384(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<2> = Dfa {
        ascii: &classes(&["A-Za-z-"]),
        others: &[
            0x00_000080,
            0x01_0000AA,
            0x00_0000AB,
            0x01_0000B5,
            0x00_0000B6,
            0x01_0000BA,
            0x00_0000BB,
            0x01_0000C0,
            0x00_0000D7,
            0x01_0000D8,
            0x00_0000F7,
            0x01_0000F8,
            0x00_0002C2,
            0x01_0002C6,
            0x00_0002D2,
            0x01_0002E0,
            0x00_0002E5,
            0x01_0002EC,
            0x00_0002ED,
            0x01_0002EE,
            0x00_0002EF,
            0x01_000370,
            0x00_000375,
            0x01_000376,
            0x00_000378,
            0x01_00037A,
            0x00_00037E,
            0x01_00037F,
            0x00_000380,
            0x01_000386,
            0x00_000387,
            0x01_000388,
            0x00_00038B,
            0x01_00038C,
            0x00_00038D,
            0x01_00038E,
            0x00_0003A2,
            0x01_0003A3,
            0x00_0003F6,
            0x01_0003F7,
            0x00_000482,
            0x01_00048A,
            0x00_000530,
            0x01_000531,
            0x00_000557,
            0x01_000559,
            0x00_00055A,
            0x01_000560,
            0x00_000589,
            0x01_0005D0,
            0x00_0005EB,
            0x01_0005EF,
            0x00_0005F3,
            0x01_000620,
            0x00_00064B,
            0x01_00066E,
            0x00_000670,
            0x01_000671,
            0x00_0006D4,
            0x01_0006D5,
            0x00_0006D6,
            0x01_0006E5,
            0x00_0006E7,
            0x01_0006EE,
            0x00_0006F0,
            0x01_0006FA,
            0x00_0006FD,
            0x01_0006FF,
            0x00_000700,
            0x01_000710,
            0x00_000711,
            0x01_000712,
            0x00_000730,
            0x01_00074D,
            0x00_0007A6,
            0x01_0007B1,
            0x00_0007B2,
            0x01_0007CA,
            0x00_0007EB,
            0x01_0007F4,
            0x00_0007F6,
            0x01_0007FA,
            0x00_0007FB,
            0x01_000800,
            0x00_000816,
            0x01_00081A,
            0x00_00081B,
            0x01_000824,
            0x00_000825,
            0x01_000828,
            0x00_000829,
            0x01_000840,
            0x00_000859,
            0x01_000860,
            0x00_00086B,
            0x01_000870,
            0x00_000888,
            0x01_000889,
            0x00_00088F,
            0x01_0008A0,
            0x00_0008CA,
            0x01_000904,
            0x00_00093A,
            0x01_00093D,
            0x00_00093E,
            0x01_000950,
            0x00_000951,
            0x01_000958,
            0x00_000962,
            0x01_000971,
            0x00_000981,
            0x01_000985,
            0x00_00098D,
            0x01_00098F,
            0x00_000991,
            0x01_000993,
            0x00_0009A9,
            0x01_0009AA,
            0x00_0009B1,
            0x01_0009B2,
            0x00_0009B3,
            0x01_0009B6,
            0x00_0009BA,
            0x01_0009BD,
            0x00_0009BE,
            0x01_0009CE,
            0x00_0009CF,
            0x01_0009DC,
            0x00_0009DE,
            0x01_0009DF,
            0x00_0009E2,
            0x01_0009F0,
            0x00_0009F2,
            0x01_0009FC,
            0x00_0009FD,
            0x01_000A05,
            0x00_000A0B,
            0x01_000A0F,
            0x00_000A11,
            0x01_000A13,
            0x00_000A29,
            0x01_000A2A,
            0x00_000A31,
            0x01_000A32,
            0x00_000A34,
            0x01_000A35,
            0x00_000A37,
            0x01_000A38,
            0x00_000A3A,
            0x01_000A59,
            0x00_000A5D,
            0x01_000A5E,
            0x00_000A5F,
            0x01_000A72,
            0x00_000A75,
            0x01_000A85,
            0x00_000A8E,
            0x01_000A8F,
            0x00_000A92,
            0x01_000A93,
            0x00_000AA9,
            0x01_000AAA,
            0x00_000AB1,
            0x01_000AB2,
            0x00_000AB4,
            0x01_000AB5,
            0x00_000ABA,
            0x01_000ABD,
            0x00_000ABE,
            0x01_000AD0,
            0x00_000AD1,
            0x01_000AE0,
            0x00_000AE2,
            0x01_000AF9,
            0x00_000AFA,
            0x01_000B05,
            0x00_000B0D,
            0x01_000B0F,
            0x00_000B11,
            0x01_000B13,
            0x00_000B29,
            0x01_000B2A,
            0x00_000B31,
            0x01_000B32,
            0x00_000B34,
            0x01_000B35,
            0x00_000B3A,
            0x01_000B3D,
            0x00_000B3E,
            0x01_000B5C,
            0x00_000B5E,
            0x01_000B5F,
            0x00_000B62,
            0x01_000B71,
            0x00_000B72,
            0x01_000B83,
            0x00_000B84,
            0x01_000B85,
            0x00_000B8B,
            0x01_000B8E,
            0x00_000B91,
            0x01_000B92,
            0x00_000B96,
            0x01_000B99,
            0x00_000B9B,
            0x01_000B9C,
            0x00_000B9D,
            0x01_000B9E,
            0x00_000BA0,
            0x01_000BA3,
            0x00_000BA5,
            0x01_000BA8,
            0x00_000BAB,
            0x01_000BAE,
            0x00_000BBA,
            0x01_000BD0,
            0x00_000BD1,
            0x01_000C05,
            0x00_000C0D,
            0x01_000C0E,
            0x00_000C11,
            0x01_000C12,
            0x00_000C29,
            0x01_000C2A,
            0x00_000C3A,
            0x01_000C3D,
            0x00_000C3E,
            0x01_000C58,
            0x00_000C5B,
            0x01_000C5D,
            0x00_000C5E,
            0x01_000C60,
            0x00_000C62,
            0x01_000C80,
            0x00_000C81,
            0x01_000C85,
            0x00_000C8D,
            0x01_000C8E,
            0x00_000C91,
            0x01_000C92,
            0x00_000CA9,
            0x01_000CAA,
            0x00_000CB4,
            0x01_000CB5,
            0x00_000CBA,
            0x01_000CBD,
            0x00_000CBE,
            0x01_000CDD,
            0x00_000CDF,
            0x01_000CE0,
            0x00_000CE2,
            0x01_000CF1,
            0x00_000CF3,
            0x01_000D04,
            0x00_000D0D,
            0x01_000D0E,
            0x00_000D11,
            0x01_000D12,
            0x00_000D3B,
            0x01_000D3D,
            0x00_000D3E,
            0x01_000D4E,
            0x00_000D4F,
            0x01_000D54,
            0x00_000D57,
            0x01_000D5F,
            0x00_000D62,
            0x01_000D7A,
            0x00_000D80,
            0x01_000D85,
            0x00_000D97,
            0x01_000D9A,
            0x00_000DB2,
            0x01_000DB3,
            0x00_000DBC,
            0x01_000DBD,
            0x00_000DBE,
            0x01_000DC0,
            0x00_000DC7,
            0x01_000E01,
            0x00_000E31,
            0x01_000E32,
            0x00_000E34,
            0x01_000E40,
            0x00_000E47,
            0x01_000E81,
            0x00_000E83,
            0x01_000E84,
            0x00_000E85,
            0x01_000E86,
            0x00_000E8B,
            0x01_000E8C,
            0x00_000EA4,
            0x01_000EA5,
            0x00_000EA6,
            0x01_000EA7,
            0x00_000EB1,
            0x01_000EB2,
            0x00_000EB4,
            0x01_000EBD,
            0x00_000EBE,
            0x01_000EC0,
            0x00_000EC5,
            0x01_000EC6,
            0x00_000EC7,
            0x01_000EDC,
            0x00_000EE0,
            0x01_000F00,
            0x00_000F01,
            0x01_000F40,
            0x00_000F48,
            0x01_000F49,
            0x00_000F6D,
            0x01_000F88,
            0x00_000F8D,
            0x01_001000,
            0x00_00102B,
            0x01_00103F,
            0x00_001040,
            0x01_001050,
            0x00_001056,
            0x01_00105A,
            0x00_00105E,
            0x01_001061,
            0x00_001062,
            0x01_001065,
            0x00_001067,
            0x01_00106E,
            0x00_001071,
            0x01_001075,
            0x00_001082,
            0x01_00108E,
            0x00_00108F,
            0x01_0010A0,
            0x00_0010C6,
            0x01_0010C7,
            0x00_0010C8,
            0x01_0010CD,
            0x00_0010CE,
            0x01_0010D0,
            0x00_0010FB,
            0x01_0010FC,
            0x00_001249,
            0x01_00124A,
            0x00_00124E,
            0x01_001250,
            0x00_001257,
            0x01_001258,
            0x00_001259,
            0x01_00125A,
            0x00_00125E,
            0x01_001260,
            0x00_001289,
            0x01_00128A,
            0x00_00128E,
            0x01_001290,
            0x00_0012B1,
            0x01_0012B2,
            0x00_0012B6,
            0x01_0012B8,
            0x00_0012BF,
            0x01_0012C0,
            0x00_0012C1,
            0x01_0012C2,
            0x00_0012C6,
            0x01_0012C8,
            0x00_0012D7,
            0x01_0012D8,
            0x00_001311,
            0x01_001312,
            0x00_001316,
            0x01_001318,
            0x00_00135B,
            0x01_001380,
            0x00_001390,
            0x01_0013A0,
            0x00_0013F6,
            0x01_0013F8,
            0x00_0013FE,
            0x01_001401,
            0x00_00166D,
            0x01_00166F,
            0x00_001680,
            0x01_001681,
            0x00_00169B,
            0x01_0016A0,
            0x00_0016EB,
            0x01_0016F1,
            0x00_0016F9,
            0x01_001700,
            0x00_001712,
            0x01_00171F,
            0x00_001732,
            0x01_001740,
            0x00_001752,
            0x01_001760,
            0x00_00176D,
            0x01_00176E,
            0x00_001771,
            0x01_001780,
            0x00_0017B4,
            0x01_0017D7,
            0x00_0017D8,
            0x01_0017DC,
            0x00_0017DD,
            0x01_001820,
            0x00_001879,
            0x01_001880,
            0x00_001885,
            0x01_001887,
            0x00_0018A9,
            0x01_0018AA,
            0x00_0018AB,
            0x01_0018B0,
            0x00_0018F6,
            0x01_001900,
            0x00_00191F,
            0x01_001950,
            0x00_00196E,
            0x01_001970,
            0x00_001975,
            0x01_001980,
            0x00_0019AC,
            0x01_0019B0,
            0x00_0019CA,
            0x01_001A00,
            0x00_001A17,
            0x01_001A20,
            0x00_001A55,
            0x01_001AA7,
            0x00_001AA8,
            0x01_001B05,
            0x00_001B34,
            0x01_001B45,
            0x00_001B4D,
            0x01_001B83,
            0x00_001BA1,
            0x01_001BAE,
            0x00_001BB0,
            0x01_001BBA,
            0x00_001BE6,
            0x01_001C00,
            0x00_001C24,
            0x01_001C4D,
            0x00_001C50,
            0x01_001C5A,
            0x00_001C7E,
            0x01_001C80,
            0x00_001C8B,
            0x01_001C90,
            0x00_001CBB,
            0x01_001CBD,
            0x00_001CC0,
            0x01_001CE9,
            0x00_001CED,
            0x01_001CEE,
            0x00_001CF4,
            0x01_001CF5,
            0x00_001CF7,
            0x01_001CFA,
            0x00_001CFB,
            0x01_001D00,
            0x00_001DC0,
            0x01_001E00,
            0x00_001F16,
            0x01_001F18,
            0x00_001F1E,
            0x01_001F20,
            0x00_001F46,
            0x01_001F48,
            0x00_001F4E,
            0x01_001F50,
            0x00_001F58,
            0x01_001F59,
            0x00_001F5A,
            0x01_001F5B,
            0x00_001F5C,
            0x01_001F5D,
            0x00_001F5E,
            0x01_001F5F,
            0x00_001F7E,
            0x01_001F80,
            0x00_001FB5,
            0x01_001FB6,
            0x00_001FBD,
            0x01_001FBE,
            0x00_001FBF,
            0x01_001FC2,
            0x00_001FC5,
            0x01_001FC6,
            0x00_001FCD,
            0x01_001FD0,
            0x00_001FD4,
            0x01_001FD6,
            0x00_001FDC,
            0x01_001FE0,
            0x00_001FED,
            0x01_001FF2,
            0x00_001FF5,
            0x01_001FF6,
            0x00_001FFD,
            0x01_002071,
            0x00_002072,
            0x01_00207F,
            0x00_002080,
            0x01_002090,
            0x00_00209D,
            0x01_002102,
            0x00_002103,
            0x01_002107,
            0x00_002108,
            0x01_00210A,
            0x00_002114,
            0x01_002115,
            0x00_002116,
            0x01_002119,
            0x00_00211E,
            0x01_002124,
            0x00_002125,
            0x01_002126,
            0x00_002127,
            0x01_002128,
            0x00_002129,
            0x01_00212A,
            0x00_00212E,
            0x01_00212F,
            0x00_00213A,
            0x01_00213C,
            0x00_002140,
            0x01_002145,
            0x00_00214A,
            0x01_00214E,
            0x00_00214F,
            0x01_002183,
            0x00_002185,
            0x01_002C00,
            0x00_002CE5,
            0x01_002CEB,
            0x00_002CEF,
            0x01_002CF2,
            0x00_002CF4,
            0x01_002D00,
            0x00_002D26,
            0x01_002D27,
            0x00_002D28,
            0x01_002D2D,
            0x00_002D2E,
            0x01_002D30,
            0x00_002D68,
            0x01_002D6F,
            0x00_002D70,
            0x01_002D80,
            0x00_002D97,
            0x01_002DA0,
            0x00_002DA7,
            0x01_002DA8,
            0x00_002DAF,
            0x01_002DB0,
            0x00_002DB7,
            0x01_002DB8,
            0x00_002DBF,
            0x01_002DC0,
            0x00_002DC7,
            0x01_002DC8,
            0x00_002DCF,
            0x01_002DD0,
            0x00_002DD7,
            0x01_002DD8,
            0x00_002DDF,
            0x01_002E2F,
            0x00_002E30,
            0x01_003005,
            0x00_003007,
            0x01_003031,
            0x00_003036,
            0x01_00303B,
            0x00_00303D,
            0x01_003041,
            0x00_003097,
            0x01_00309D,
            0x00_0030A0,
            0x01_0030A1,
            0x00_0030FB,
            0x01_0030FC,
            0x00_003100,
            0x01_003105,
            0x00_003130,
            0x01_003131,
            0x00_00318F,
            0x01_0031A0,
            0x00_0031C0,
            0x01_0031F0,
            0x00_003200,
            0x01_003400,
            0x00_004DC0,
            0x01_004E00,
            0x00_00A48D,
            0x01_00A4D0,
            0x00_00A4FE,
            0x01_00A500,
            0x00_00A60D,
            0x01_00A610,
            0x00_00A620,
            0x01_00A62A,
            0x00_00A62C,
            0x01_00A640,
            0x00_00A66F,
            0x01_00A67F,
            0x00_00A69E,
            0x01_00A6A0,
            0x00_00A6E6,
            0x01_00A717,
            0x00_00A720,
            0x01_00A722,
            0x00_00A789,
            0x01_00A78B,
            0x00_00A7CE,
            0x01_00A7D0,
            0x00_00A7D2,
            0x01_00A7D3,
            0x00_00A7D4,
            0x01_00A7D5,
            0x00_00A7DD,
            0x01_00A7F2,
            0x00_00A802,
            0x01_00A803,
            0x00_00A806,
            0x01_00A807,
            0x00_00A80B,
            0x01_00A80C,
            0x00_00A823,
            0x01_00A840,
            0x00_00A874,
            0x01_00A882,
            0x00_00A8B4,
            0x01_00A8F2,
            0x00_00A8F8,
            0x01_00A8FB,
            0x00_00A8FC,
            0x01_00A8FD,
            0x00_00A8FF,
            0x01_00A90A,
            0x00_00A926,
            0x01_00A930,
            0x00_00A947,
            0x01_00A960,
            0x00_00A97D,
            0x01_00A984,
            0x00_00A9B3,
            0x01_00A9CF,
            0x00_00A9D0,
            0x01_00A9E0,
            0x00_00A9E5,
            0x01_00A9E6,
            0x00_00A9F0,
            0x01_00A9FA,
            0x00_00A9FF,
            0x01_00AA00,
            0x00_00AA29,
            0x01_00AA40,
            0x00_00AA43,
            0x01_00AA44,
            0x00_00AA4C,
            0x01_00AA60,
            0x00_00AA77,
            0x01_00AA7A,
            0x00_00AA7B,
            0x01_00AA7E,
            0x00_00AAB0,
            0x01_00AAB1,
            0x00_00AAB2,
            0x01_00AAB5,
            0x00_00AAB7,
            0x01_00AAB9,
            0x00_00AABE,
            0x01_00AAC0,
            0x00_00AAC1,
            0x01_00AAC2,
            0x00_00AAC3,
            0x01_00AADB,
            0x00_00AADE,
            0x01_00AAE0,
            0x00_00AAEB,
            0x01_00AAF2,
            0x00_00AAF5,
            0x01_00AB01,
            0x00_00AB07,
            0x01_00AB09,
            0x00_00AB0F,
            0x01_00AB11,
            0x00_00AB17,
            0x01_00AB20,
            0x00_00AB27,
            0x01_00AB28,
            0x00_00AB2F,
            0x01_00AB30,
            0x00_00AB5B,
            0x01_00AB5C,
            0x00_00AB6A,
            0x01_00AB70,
            0x00_00ABE3,
            0x01_00AC00,
            0x00_00D7A4,
            0x01_00D7B0,
            0x00_00D7C7,
            0x01_00D7CB,
            0x00_00D7FC,
            0x01_00F900,
            0x00_00FA6E,
            0x01_00FA70,
            0x00_00FADA,
            0x01_00FB00,
            0x00_00FB07,
            0x01_00FB13,
            0x00_00FB18,
            0x01_00FB1D,
            0x00_00FB1E,
            0x01_00FB1F,
            0x00_00FB29,
            0x01_00FB2A,
            0x00_00FB37,
            0x01_00FB38,
            0x00_00FB3D,
            0x01_00FB3E,
            0x00_00FB3F,
            0x01_00FB40,
            0x00_00FB42,
            0x01_00FB43,
            0x00_00FB45,
            0x01_00FB46,
            0x00_00FBB2,
            0x01_00FBD3,
            0x00_00FD3E,
            0x01_00FD50,
            0x00_00FD90,
            0x01_00FD92,
            0x00_00FDC8,
            0x01_00FDF0,
            0x00_00FDFC,
            0x01_00FE70,
            0x00_00FE75,
            0x01_00FE76,
            0x00_00FEFD,
            0x01_00FF21,
            0x00_00FF3B,
            0x01_00FF41,
            0x00_00FF5B,
            0x01_00FF66,
            0x00_00FFBF,
            0x01_00FFC2,
            0x00_00FFC8,
            0x01_00FFCA,
            0x00_00FFD0,
            0x01_00FFD2,
            0x00_00FFD8,
            0x01_00FFDA,
            0x00_00FFDD,
            0x01_010000,
            0x00_01000C,
            0x01_01000D,
            0x00_010027,
            0x01_010028,
            0x00_01003B,
            0x01_01003C,
            0x00_01003E,
            0x01_01003F,
            0x00_01004E,
            0x01_010050,
            0x00_01005E,
            0x01_010080,
            0x00_0100FB,
            0x01_010280,
            0x00_01029D,
            0x01_0102A0,
            0x00_0102D1,
            0x01_010300,
            0x00_010320,
            0x01_01032D,
            0x00_010341,
            0x01_010342,
            0x00_01034A,
            0x01_010350,
            0x00_010376,
            0x01_010380,
            0x00_01039E,
            0x01_0103A0,
            0x00_0103C4,
            0x01_0103C8,
            0x00_0103D0,
            0x01_010400,
            0x00_01049E,
            0x01_0104B0,
            0x00_0104D4,
            0x01_0104D8,
            0x00_0104FC,
            0x01_010500,
            0x00_010528,
            0x01_010530,
            0x00_010564,
            0x01_010570,
            0x00_01057B,
            0x01_01057C,
            0x00_01058B,
            0x01_01058C,
            0x00_010593,
            0x01_010594,
            0x00_010596,
            0x01_010597,
            0x00_0105A2,
            0x01_0105A3,
            0x00_0105B2,
            0x01_0105B3,
            0x00_0105BA,
            0x01_0105BB,
            0x00_0105BD,
            0x01_0105C0,
            0x00_0105F4,
            0x01_010600,
            0x00_010737,
            0x01_010740,
            0x00_010756,
            0x01_010760,
            0x00_010768,
            0x01_010780,
            0x00_010786,
            0x01_010787,
            0x00_0107B1,
            0x01_0107B2,
            0x00_0107BB,
            0x01_010800,
            0x00_010806,
            0x01_010808,
            0x00_010809,
            0x01_01080A,
            0x00_010836,
            0x01_010837,
            0x00_010839,
            0x01_01083C,
            0x00_01083D,
            0x01_01083F,
            0x00_010856,
            0x01_010860,
            0x00_010877,
            0x01_010880,
            0x00_01089F,
            0x01_0108E0,
            0x00_0108F3,
            0x01_0108F4,
            0x00_0108F6,
            0x01_010900,
            0x00_010916,
            0x01_010920,
            0x00_01093A,
            0x01_010980,
            0x00_0109B8,
            0x01_0109BE,
            0x00_0109C0,
            0x01_010A00,
            0x00_010A01,
            0x01_010A10,
            0x00_010A14,
            0x01_010A15,
            0x00_010A18,
            0x01_010A19,
            0x00_010A36,
            0x01_010A60,
            0x00_010A7D,
            0x01_010A80,
            0x00_010A9D,
            0x01_010AC0,
            0x00_010AC8,
            0x01_010AC9,
            0x00_010AE5,
            0x01_010B00,
            0x00_010B36,
            0x01_010B40,
            0x00_010B56,
            0x01_010B60,
            0x00_010B73,
            0x01_010B80,
            0x00_010B92,
            0x01_010C00,
            0x00_010C49,
            0x01_010C80,
            0x00_010CB3,
            0x01_010CC0,
            0x00_010CF3,
            0x01_010D00,
            0x00_010D24,
            0x01_010D4A,
            0x00_010D66,
            0x01_010D6F,
            0x00_010D86,
            0x01_010E80,
            0x00_010EAA,
            0x01_010EB0,
            0x00_010EB2,
            0x01_010EC2,
            0x00_010EC5,
            0x01_010F00,
            0x00_010F1D,
            0x01_010F27,
            0x00_010F28,
            0x01_010F30,
            0x00_010F46,
            0x01_010F70,
            0x00_010F82,
            0x01_010FB0,
            0x00_010FC5,
            0x01_010FE0,
            0x00_010FF7,
            0x01_011003,
            0x00_011038,
            0x01_011071,
            0x00_011073,
            0x01_011075,
            0x00_011076,
            0x01_011083,
            0x00_0110B0,
            0x01_0110D0,
            0x00_0110E9,
            0x01_011103,
            0x00_011127,
            0x01_011144,
            0x00_011145,
            0x01_011147,
            0x00_011148,
            0x01_011150,
            0x00_011173,
            0x01_011176,
            0x00_011177,
            0x01_011183,
            0x00_0111B3,
            0x01_0111C1,
            0x00_0111C5,
            0x01_0111DA,
            0x00_0111DB,
            0x01_0111DC,
            0x00_0111DD,
            0x01_011200,
            0x00_011212,
            0x01_011213,
            0x00_01122C,
            0x01_01123F,
            0x00_011241,
            0x01_011280,
            0x00_011287,
            0x01_011288,
            0x00_011289,
            0x01_01128A,
            0x00_01128E,
            0x01_01128F,
            0x00_01129E,
            0x01_01129F,
            0x00_0112A9,
            0x01_0112B0,
            0x00_0112DF,
            0x01_011305,
            0x00_01130D,
            0x01_01130F,
            0x00_011311,
            0x01_011313,
            0x00_011329,
            0x01_01132A,
            0x00_011331,
            0x01_011332,
            0x00_011334,
            0x01_011335,
            0x00_01133A,
            0x01_01133D,
            0x00_01133E,
            0x01_011350,
            0x00_011351,
            0x01_01135D,
            0x00_011362,
            0x01_011380,
            0x00_01138A,
            0x01_01138B,
            0x00_01138C,
            0x01_01138E,
            0x00_01138F,
            0x01_011390,
            0x00_0113B6,
            0x01_0113B7,
            0x00_0113B8,
            0x01_0113D1,
            0x00_0113D2,
            0x01_0113D3,
            0x00_0113D4,
            0x01_011400,
            0x00_011435,
            0x01_011447,
            0x00_01144B,
            0x01_01145F,
            0x00_011462,
            0x01_011480,
            0x00_0114B0,
            0x01_0114C4,
            0x00_0114C6,
            0x01_0114C7,
            0x00_0114C8,
            0x01_011580,
            0x00_0115AF,
            0x01_0115D8,
            0x00_0115DC,
            0x01_011600,
            0x00_011630,
            0x01_011644,
            0x00_011645,
            0x01_011680,
            0x00_0116AB,
            0x01_0116B8,
            0x00_0116B9,
            0x01_011700,
            0x00_01171B,
            0x01_011740,
            0x00_011747,
            0x01_011800,
            0x00_01182C,
            0x01_0118A0,
            0x00_0118E0,
            0x01_0118FF,
            0x00_011907,
            0x01_011909,
            0x00_01190A,
            0x01_01190C,
            0x00_011914,
            0x01_011915,
            0x00_011917,
            0x01_011918,
            0x00_011930,
            0x01_01193F,
            0x00_011940,
            0x01_011941,
            0x00_011942,
            0x01_0119A0,
            0x00_0119A8,
            0x01_0119AA,
            0x00_0119D1,
            0x01_0119E1,
            0x00_0119E2,
            0x01_0119E3,
            0x00_0119E4,
            0x01_011A00,
            0x00_011A01,
            0x01_011A0B,
            0x00_011A33,
            0x01_011A3A,
            0x00_011A3B,
            0x01_011A50,
            0x00_011A51,
            0x01_011A5C,
            0x00_011A8A,
            0x01_011A9D,
            0x00_011A9E,
            0x01_011AB0,
            0x00_011AF9,
            0x01_011BC0,
            0x00_011BE1,
            0x01_011C00,
            0x00_011C09,
            0x01_011C0A,
            0x00_011C2F,
            0x01_011C40,
            0x00_011C41,
            0x01_011C72,
            0x00_011C90,
            0x01_011D00,
            0x00_011D07,
            0x01_011D08,
            0x00_011D0A,
            0x01_011D0B,
            0x00_011D31,
            0x01_011D46,
            0x00_011D47,
            0x01_011D60,
            0x00_011D66,
            0x01_011D67,
            0x00_011D69,
            0x01_011D6A,
            0x00_011D8A,
            0x01_011D98,
            0x00_011D99,
            0x01_011EE0,
            0x00_011EF3,
            0x01_011F02,
            0x00_011F03,
            0x01_011F04,
            0x00_011F11,
            0x01_011F12,
            0x00_011F34,
            0x01_011FB0,
            0x00_011FB1,
            0x01_012000,
            0x00_01239A,
            0x01_012480,
            0x00_012544,
            0x01_012F90,
            0x00_012FF1,
            0x01_013000,
            0x00_013430,
            0x01_013441,
            0x00_013447,
            0x01_013460,
            0x00_0143FB,
            0x01_014400,
            0x00_014647,
            0x01_016100,
            0x00_01611E,
            0x01_016800,
            0x00_016A39,
            0x01_016A40,
            0x00_016A5F,
            0x01_016A70,
            0x00_016ABF,
            0x01_016AD0,
            0x00_016AEE,
            0x01_016B00,
            0x00_016B30,
            0x01_016B40,
            0x00_016B44,
            0x01_016B63,
            0x00_016B78,
            0x01_016B7D,
            0x00_016B90,
            0x01_016D40,
            0x00_016D6D,
            0x01_016E40,
            0x00_016E80,
            0x01_016F00,
            0x00_016F4B,
            0x01_016F50,
            0x00_016F51,
            0x01_016F93,
            0x00_016FA0,
            0x01_016FE0,
            0x00_016FE2,
            0x01_016FE3,
            0x00_016FE4,
            0x01_017000,
            0x00_0187F8,
            0x01_018800,
            0x00_018CD6,
            0x01_018CFF,
            0x00_018D09,
            0x01_01AFF0,
            0x00_01AFF4,
            0x01_01AFF5,
            0x00_01AFFC,
            0x01_01AFFD,
            0x00_01AFFF,
            0x01_01B000,
            0x00_01B123,
            0x01_01B132,
            0x00_01B133,
            0x01_01B150,
            0x00_01B153,
            0x01_01B155,
            0x00_01B156,
            0x01_01B164,
            0x00_01B168,
            0x01_01B170,
            0x00_01B2FC,
            0x01_01BC00,
            0x00_01BC6B,
            0x01_01BC70,
            0x00_01BC7D,
            0x01_01BC80,
            0x00_01BC89,
            0x01_01BC90,
            0x00_01BC9A,
            0x01_01D400,
            0x00_01D455,
            0x01_01D456,
            0x00_01D49D,
            0x01_01D49E,
            0x00_01D4A0,
            0x01_01D4A2,
            0x00_01D4A3,
            0x01_01D4A5,
            0x00_01D4A7,
            0x01_01D4A9,
            0x00_01D4AD,
            0x01_01D4AE,
            0x00_01D4BA,
            0x01_01D4BB,
            0x00_01D4BC,
            0x01_01D4BD,
            0x00_01D4C4,
            0x01_01D4C5,
            0x00_01D506,
            0x01_01D507,
            0x00_01D50B,
            0x01_01D50D,
            0x00_01D515,
            0x01_01D516,
            0x00_01D51D,
            0x01_01D51E,
            0x00_01D53A,
            0x01_01D53B,
            0x00_01D53F,
            0x01_01D540,
            0x00_01D545,
            0x01_01D546,
            0x00_01D547,
            0x01_01D54A,
            0x00_01D551,
            0x01_01D552,
            0x00_01D6A6,
            0x01_01D6A8,
            0x00_01D6C1,
            0x01_01D6C2,
            0x00_01D6DB,
            0x01_01D6DC,
            0x00_01D6FB,
            0x01_01D6FC,
            0x00_01D715,
            0x01_01D716,
            0x00_01D735,
            0x01_01D736,
            0x00_01D74F,
            0x01_01D750,
            0x00_01D76F,
            0x01_01D770,
            0x00_01D789,
            0x01_01D78A,
            0x00_01D7A9,
            0x01_01D7AA,
            0x00_01D7C3,
            0x01_01D7C4,
            0x00_01D7CC,
            0x01_01DF00,
            0x00_01DF1F,
            0x01_01DF25,
            0x00_01DF2B,
            0x01_01E030,
            0x00_01E06E,
            0x01_01E100,
            0x00_01E12D,
            0x01_01E137,
            0x00_01E13E,
            0x01_01E14E,
            0x00_01E14F,
            0x01_01E290,
            0x00_01E2AE,
            0x01_01E2C0,
            0x00_01E2EC,
            0x01_01E4D0,
            0x00_01E4EC,
            0x01_01E5D0,
            0x00_01E5EE,
            0x01_01E5F0,
            0x00_01E5F1,
            0x01_01E7E0,
            0x00_01E7E7,
            0x01_01E7E8,
            0x00_01E7EC,
            0x01_01E7ED,
            0x00_01E7EF,
            0x01_01E7F0,
            0x00_01E7FF,
            0x01_01E800,
            0x00_01E8C5,
            0x01_01E900,
            0x00_01E944,
            0x01_01E94B,
            0x00_01E94C,
            0x01_01EE00,
            0x00_01EE04,
            0x01_01EE05,
            0x00_01EE20,
            0x01_01EE21,
            0x00_01EE23,
            0x01_01EE24,
            0x00_01EE25,
            0x01_01EE27,
            0x00_01EE28,
            0x01_01EE29,
            0x00_01EE33,
            0x01_01EE34,
            0x00_01EE38,
            0x01_01EE39,
            0x00_01EE3A,
            0x01_01EE3B,
            0x00_01EE3C,
            0x01_01EE42,
            0x00_01EE43,
            0x01_01EE47,
            0x00_01EE48,
            0x01_01EE49,
            0x00_01EE4A,
            0x01_01EE4B,
            0x00_01EE4C,
            0x01_01EE4D,
            0x00_01EE50,
            0x01_01EE51,
            0x00_01EE53,
            0x01_01EE54,
            0x00_01EE55,
            0x01_01EE57,
            0x00_01EE58,
            0x01_01EE59,
            0x00_01EE5A,
            0x01_01EE5B,
            0x00_01EE5C,
            0x01_01EE5D,
            0x00_01EE5E,
            0x01_01EE5F,
            0x00_01EE60,
            0x01_01EE61,
            0x00_01EE63,
            0x01_01EE64,
            0x00_01EE65,
            0x01_01EE67,
            0x00_01EE6B,
            0x01_01EE6C,
            0x00_01EE73,
            0x01_01EE74,
            0x00_01EE78,
            0x01_01EE79,
            0x00_01EE7D,
            0x01_01EE7E,
            0x00_01EE7F,
            0x01_01EE80,
            0x00_01EE8A,
            0x01_01EE8B,
            0x00_01EE9C,
            0x01_01EEA1,
            0x00_01EEA4,
            0x01_01EEA5,
            0x00_01EEAA,
            0x01_01EEAB,
            0x00_01EEBC,
            0x01_020000,
            0x00_02A6E0,
            0x01_02A700,
            0x00_02B73A,
            0x01_02B740,
            0x00_02B81E,
            0x01_02B820,
            0x00_02CEA2,
            0x01_02CEB0,
            0x00_02EBE1,
            0x01_02EBF0,
            0x00_02EE5E,
            0x01_02F800,
            0x00_02FA1E,
            0x01_030000,
            0x00_03134B,
            0x01_031350,
            0x00_0323B0,
        ],
        start: 2,
        accepting: 3,
        next: Next::Narrow(&[
            [0, 3],
            [0, 3],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^\P{L}+$` is found in the text.
pub(crate) const fn pattern_385(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<2> = Dfa {
        ascii: &classes(&["A-Za-z"]),
        others: &[
            0x00_000080,
            0x01_0000AA,
            0x00_0000AB,
            0x01_0000B5,
            0x00_0000B6,
            0x01_0000BA,
            0x00_0000BB,
            0x01_0000C0,
            0x00_0000D7,
            0x01_0000D8,
            0x00_0000F7,
            0x01_0000F8,
            0x00_0002C2,
            0x01_0002C6,
            0x00_0002D2,
            0x01_0002E0,
            0x00_0002E5,
            0x01_0002EC,
            0x00_0002ED,
            0x01_0002EE,
            0x00_0002EF,
            0x01_000370,
            0x00_000375,
            0x01_000376,
            0x00_000378,
            0x01_00037A,
            0x00_00037E,
            0x01_00037F,
            0x00_000380,
            0x01_000386,
            0x00_000387,
            0x01_000388,
            0x00_00038B,
            0x01_00038C,
            0x00_00038D,
            0x01_00038E,
            0x00_0003A2,
            0x01_0003A3,
            0x00_0003F6,
            0x01_0003F7,
            0x00_000482,
            0x01_00048A,
            0x00_000530,
            0x01_000531,
            0x00_000557,
            0x01_000559,
            0x00_00055A,
            0x01_000560,
            0x00_000589,
            0x01_0005D0,
            0x00_0005EB,
            0x01_0005EF,
            0x00_0005F3,
            0x01_000620,
            0x00_00064B,
            0x01_00066E,
            0x00_000670,
            0x01_000671,
            0x00_0006D4,
            0x01_0006D5,
            0x00_0006D6,
            0x01_0006E5,
            0x00_0006E7,
            0x01_0006EE,
            0x00_0006F0,
            0x01_0006FA,
            0x00_0006FD,
            0x01_0006FF,
            0x00_000700,
            0x01_000710,
            0x00_000711,
            0x01_000712,
            0x00_000730,
            0x01_00074D,
            0x00_0007A6,
            0x01_0007B1,
            0x00_0007B2,
            0x01_0007CA,
            0x00_0007EB,
            0x01_0007F4,
            0x00_0007F6,
            0x01_0007FA,
            0x00_0007FB,
            0x01_000800,
            0x00_000816,
            0x01_00081A,
            0x00_00081B,
            0x01_000824,
            0x00_000825,
            0x01_000828,
            0x00_000829,
            0x01_000840,
            0x00_000859,
            0x01_000860,
            0x00_00086B,
            0x01_000870,
            0x00_000888,
            0x01_000889,
            0x00_00088F,
            0x01_0008A0,
            0x00_0008CA,
            0x01_000904,
            0x00_00093A,
            0x01_00093D,
            0x00_00093E,
            0x01_000950,
            0x00_000951,
            0x01_000958,
            0x00_000962,
            0x01_000971,
            0x00_000981,
            0x01_000985,
            0x00_00098D,
            0x01_00098F,
            0x00_000991,
            0x01_000993,
            0x00_0009A9,
            0x01_0009AA,
            0x00_0009B1,
            0x01_0009B2,
            0x00_0009B3,
            0x01_0009B6,
            0x00_0009BA,
            0x01_0009BD,
            0x00_0009BE,
            0x01_0009CE,
            0x00_0009CF,
            0x01_0009DC,
            0x00_0009DE,
            0x01_0009DF,
            0x00_0009E2,
            0x01_0009F0,
            0x00_0009F2,
            0x01_0009FC,
            0x00_0009FD,
            0x01_000A05,
            0x00_000A0B,
            0x01_000A0F,
            0x00_000A11,
            0x01_000A13,
            0x00_000A29,
            0x01_000A2A,
            0x00_000A31,
            0x01_000A32,
            0x00_000A34,
            0x01_000A35,
            0x00_000A37,
            0x01_000A38,
            0x00_000A3A,
            0x01_000A59,
            0x00_000A5D,
            0x01_000A5E,
            0x00_000A5F,
            0x01_000A72,
            0x00_000A75,
            0x01_000A85,
            0x00_000A8E,
            0x01_000A8F,
            0x00_000A92,
            0x01_000A93,
            0x00_000AA9,
            0x01_000AAA,
            0x00_000AB1,
            0x01_000AB2,
            0x00_000AB4,
            0x01_000AB5,
            0x00_000ABA,
            0x01_000ABD,
            0x00_000ABE,
            0x01_000AD0,
            0x00_000AD1,
            0x01_000AE0,
            0x00_000AE2,
            0x01_000AF9,
            0x00_000AFA,
            0x01_000B05,
            0x00_000B0D,
            0x01_000B0F,
            0x00_000B11,
            0x01_000B13,
            0x00_000B29,
            0x01_000B2A,
            0x00_000B31,
            0x01_000B32,
            0x00_000B34,
            0x01_000B35,
            0x00_000B3A,
            0x01_000B3D,
            0x00_000B3E,
            0x01_000B5C,
            0x00_000B5E,
            0x01_000B5F,
            0x00_000B62,
            0x01_000B71,
            0x00_000B72,
            0x01_000B83,
            0x00_000B84,
            0x01_000B85,
            0x00_000B8B,
            0x01_000B8E,
            0x00_000B91,
            0x01_000B92,
            0x00_000B96,
            0x01_000B99,
            0x00_000B9B,
            0x01_000B9C,
            0x00_000B9D,
            0x01_000B9E,
            0x00_000BA0,
            0x01_000BA3,
            0x00_000BA5,
            0x01_000BA8,
            0x00_000BAB,
            0x01_000BAE,
            0x00_000BBA,
            0x01_000BD0,
            0x00_000BD1,
            0x01_000C05,
            0x00_000C0D,
            0x01_000C0E,
            0x00_000C11,
            0x01_000C12,
            0x00_000C29,
            0x01_000C2A,
            0x00_000C3A,
            0x01_000C3D,
            0x00_000C3E,
            0x01_000C58,
            0x00_000C5B,
            0x01_000C5D,
            0x00_000C5E,
            0x01_000C60,
            0x00_000C62,
            0x01_000C80,
            0x00_000C81,
            0x01_000C85,
            0x00_000C8D,
            0x01_000C8E,
            0x00_000C91,
            0x01_000C92,
            0x00_000CA9,
            0x01_000CAA,
            0x00_000CB4,
            0x01_000CB5,
            0x00_000CBA,
            0x01_000CBD,
            0x00_000CBE,
            0x01_000CDD,
            0x00_000CDF,
            0x01_000CE0,
            0x00_000CE2,
            0x01_000CF1,
            0x00_000CF3,
            0x01_000D04,
            0x00_000D0D,
            0x01_000D0E,
            0x00_000D11,
            0x01_000D12,
            0x00_000D3B,
            0x01_000D3D,
            0x00_000D3E,
            0x01_000D4E,
            0x00_000D4F,
            0x01_000D54,
            0x00_000D57,
            0x01_000D5F,
            0x00_000D62,
            0x01_000D7A,
            0x00_000D80,
            0x01_000D85,
            0x00_000D97,
            0x01_000D9A,
            0x00_000DB2,
            0x01_000DB3,
            0x00_000DBC,
            0x01_000DBD,
            0x00_000DBE,
            0x01_000DC0,
            0x00_000DC7,
            0x01_000E01,
            0x00_000E31,
            0x01_000E32,
            0x00_000E34,
            0x01_000E40,
            0x00_000E47,
            0x01_000E81,
            0x00_000E83,
            0x01_000E84,
            0x00_000E85,
            0x01_000E86,
            0x00_000E8B,
            0x01_000E8C,
            0x00_000EA4,
            0x01_000EA5,
            0x00_000EA6,
            0x01_000EA7,
            0x00_000EB1,
            0x01_000EB2,
            0x00_000EB4,
            0x01_000EBD,
            0x00_000EBE,
            0x01_000EC0,
            0x00_000EC5,
            0x01_000EC6,
            0x00_000EC7,
            0x01_000EDC,
            0x00_000EE0,
            0x01_000F00,
            0x00_000F01,
            0x01_000F40,
            0x00_000F48,
            0x01_000F49,
            0x00_000F6D,
            0x01_000F88,
            0x00_000F8D,
            0x01_001000,
            0x00_00102B,
            0x01_00103F,
            0x00_001040,
            0x01_001050,
            0x00_001056,
            0x01_00105A,
            0x00_00105E,
            0x01_001061,
            0x00_001062,
            0x01_001065,
            0x00_001067,
            0x01_00106E,
            0x00_001071,
            0x01_001075,
            0x00_001082,
            0x01_00108E,
            0x00_00108F,
            0x01_0010A0,
            0x00_0010C6,
            0x01_0010C7,
            0x00_0010C8,
            0x01_0010CD,
            0x00_0010CE,
            0x01_0010D0,
            0x00_0010FB,
            0x01_0010FC,
            0x00_001249,
            0x01_00124A,
            0x00_00124E,
            0x01_001250,
            0x00_001257,
            0x01_001258,
            0x00_001259,
            0x01_00125A,
            0x00_00125E,
            0x01_001260,
            0x00_001289,
            0x01_00128A,
            0x00_00128E,
            0x01_001290,
            0x00_0012B1,
            0x01_0012B2,
            0x00_0012B6,
            0x01_0012B8,
            0x00_0012BF,
            0x01_0012C0,
            0x00_0012C1,
            0x01_0012C2,
            0x00_0012C6,
            0x01_0012C8,
            0x00_0012D7,
            0x01_0012D8,
            0x00_001311,
            0x01_001312,
            0x00_001316,
            0x01_001318,
            0x00_00135B,
            0x01_001380,
            0x00_001390,
            0x01_0013A0,
            0x00_0013F6,
            0x01_0013F8,
            0x00_0013FE,
            0x01_001401,
            0x00_00166D,
            0x01_00166F,
            0x00_001680,
            0x01_001681,
            0x00_00169B,
            0x01_0016A0,
            0x00_0016EB,
            0x01_0016F1,
            0x00_0016F9,
            0x01_001700,
            0x00_001712,
            0x01_00171F,
            0x00_001732,
            0x01_001740,
            0x00_001752,
            0x01_001760,
            0x00_00176D,
            0x01_00176E,
            0x00_001771,
            0x01_001780,
            0x00_0017B4,
            0x01_0017D7,
            0x00_0017D8,
            0x01_0017DC,
            0x00_0017DD,
            0x01_001820,
            0x00_001879,
            0x01_001880,
            0x00_001885,
            0x01_001887,
            0x00_0018A9,
            0x01_0018AA,
            0x00_0018AB,
            0x01_0018B0,
            0x00_0018F6,
            0x01_001900,
            0x00_00191F,
            0x01_001950,
            0x00_00196E,
            0x01_001970,
            0x00_001975,
            0x01_001980,
            0x00_0019AC,
            0x01_0019B0,
            0x00_0019CA,
            0x01_001A00,
            0x00_001A17,
            0x01_001A20,
            0x00_001A55,
            0x01_001AA7,
            0x00_001AA8,
            0x01_001B05,
            0x00_001B34,
            0x01_001B45,
            0x00_001B4D,
            0x01_001B83,
            0x00_001BA1,
            0x01_001BAE,
            0x00_001BB0,
            0x01_001BBA,
            0x00_001BE6,
            0x01_001C00,
            0x00_001C24,
            0x01_001C4D,
            0x00_001C50,
            0x01_001C5A,
            0x00_001C7E,
            0x01_001C80,
            0x00_001C8B,
            0x01_001C90,
            0x00_001CBB,
            0x01_001CBD,
            0x00_001CC0,
            0x01_001CE9,
            0x00_001CED,
            0x01_001CEE,
            0x00_001CF4,
            0x01_001CF5,
            0x00_001CF7,
            0x01_001CFA,
            0x00_001CFB,
            0x01_001D00,
            0x00_001DC0,
            0x01_001E00,
            0x00_001F16,
            0x01_001F18,
            0x00_001F1E,
            0x01_001F20,
            0x00_001F46,
            0x01_001F48,
            0x00_001F4E,
            0x01_001F50,
            0x00_001F58,
            0x01_001F59,
            0x00_001F5A,
            0x01_001F5B,
            0x00_001F5C,
            0x01_001F5D,
            0x00_001F5E,
            0x01_001F5F,
            0x00_001F7E,
            0x01_001F80,
            0x00_001FB5,
            0x01_001FB6,
            0x00_001FBD,
            0x01_001FBE,
            0x00_001FBF,
            0x01_001FC2,
            0x00_001FC5,
            0x01_001FC6,
            0x00_001FCD,
            0x01_001FD0,
            0x00_001FD4,
            0x01_001FD6,
            0x00_001FDC,
            0x01_001FE0,
            0x00_001FED,
            0x01_001FF2,
            0x00_001FF5,
            0x01_001FF6,
            0x00_001FFD,
            0x01_002071,
            0x00_002072,
            0x01_00207F,
            0x00_002080,
            0x01_002090,
            0x00_00209D,
            0x01_002102,
            0x00_002103,
            0x01_002107,
            0x00_002108,
            0x01_00210A,
            0x00_002114,
            0x01_002115,
            0x00_002116,
            0x01_002119,
            0x00_00211E,
            0x01_002124,
            0x00_002125,
            0x01_002126,
            0x00_002127,
            0x01_002128,
            0x00_002129,
            0x01_00212A,
            0x00_00212E,
            0x01_00212F,
            0x00_00213A,
            0x01_00213C,
            0x00_002140,
            0x01_002145,
            0x00_00214A,
            0x01_00214E,
            0x00_00214F,
            0x01_002183,
            0x00_002185,
            0x01_002C00,
            0x00_002CE5,
            0x01_002CEB,
            0x00_002CEF,
            0x01_002CF2,
            0x00_002CF4,
            0x01_002D00,
            0x00_002D26,
            0x01_002D27,
            0x00_002D28,
            0x01_002D2D,
            0x00_002D2E,
            0x01_002D30,
            0x00_002D68,
            0x01_002D6F,
            0x00_002D70,
            0x01_002D80,
            0x00_002D97,
            0x01_002DA0,
            0x00_002DA7,
            0x01_002DA8,
            0x00_002DAF,
            0x01_002DB0,
            0x00_002DB7,
            0x01_002DB8,
            0x00_002DBF,
            0x01_002DC0,
            0x00_002DC7,
            0x01_002DC8,
            0x00_002DCF,
            0x01_002DD0,
            0x00_002DD7,
            0x01_002DD8,
            0x00_002DDF,
            0x01_002E2F,
            0x00_002E30,
            0x01_003005,
            0x00_003007,
            0x01_003031,
            0x00_003036,
            0x01_00303B,
            0x00_00303D,
            0x01_003041,
            0x00_003097,
            0x01_00309D,
            0x00_0030A0,
            0x01_0030A1,
            0x00_0030FB,
            0x01_0030FC,
            0x00_003100,
            0x01_003105,
            0x00_003130,
            0x01_003131,
            0x00_00318F,
            0x01_0031A0,
            0x00_0031C0,
            0x01_0031F0,
            0x00_003200,
            0x01_003400,
            0x00_004DC0,
            0x01_004E00,
            0x00_00A48D,
            0x01_00A4D0,
            0x00_00A4FE,
            0x01_00A500,
            0x00_00A60D,
            0x01_00A610,
            0x00_00A620,
            0x01_00A62A,
            0x00_00A62C,
            0x01_00A640,
            0x00_00A66F,
            0x01_00A67F,
            0x00_00A69E,
            0x01_00A6A0,
            0x00_00A6E6,
            0x01_00A717,
            0x00_00A720,
            0x01_00A722,
            0x00_00A789,
            0x01_00A78B,
            0x00_00A7CE,
            0x01_00A7D0,
            0x00_00A7D2,
            0x01_00A7D3,
            0x00_00A7D4,
            0x01_00A7D5,
            0x00_00A7DD,
            0x01_00A7F2,
            0x00_00A802,
            0x01_00A803,
            0x00_00A806,
            0x01_00A807,
            0x00_00A80B,
            0x01_00A80C,
            0x00_00A823,
            0x01_00A840,
            0x00_00A874,
            0x01_00A882,
            0x00_00A8B4,
            0x01_00A8F2,
            0x00_00A8F8,
            0x01_00A8FB,
            0x00_00A8FC,
            0x01_00A8FD,
            0x00_00A8FF,
            0x01_00A90A,
            0x00_00A926,
            0x01_00A930,
            0x00_00A947,
            0x01_00A960,
            0x00_00A97D,
            0x01_00A984,
            0x00_00A9B3,
            0x01_00A9CF,
            0x00_00A9D0,
            0x01_00A9E0,
            0x00_00A9E5,
            0x01_00A9E6,
            0x00_00A9F0,
            0x01_00A9FA,
            0x00_00A9FF,
            0x01_00AA00,
            0x00_00AA29,
            0x01_00AA40,
            0x00_00AA43,
            0x01_00AA44,
            0x00_00AA4C,
            0x01_00AA60,
            0x00_00AA77,
            0x01_00AA7A,
            0x00_00AA7B,
            0x01_00AA7E,
            0x00_00AAB0,
            0x01_00AAB1,
            0x00_00AAB2,
            0x01_00AAB5,
            0x00_00AAB7,
            0x01_00AAB9,
            0x00_00AABE,
            0x01_00AAC0,
            0x00_00AAC1,
            0x01_00AAC2,
            0x00_00AAC3,
            0x01_00AADB,
            0x00_00AADE,
            0x01_00AAE0,
            0x00_00AAEB,
            0x01_00AAF2,
            0x00_00AAF5,
            0x01_00AB01,
            0x00_00AB07,
            0x01_00AB09,
            0x00_00AB0F,
            0x01_00AB11,
            0x00_00AB17,
            0x01_00AB20,
            0x00_00AB27,
            0x01_00AB28,
            0x00_00AB2F,
            0x01_00AB30,
            0x00_00AB5B,
            0x01_00AB5C,
            0x00_00AB6A,
            0x01_00AB70,
            0x00_00ABE3,
            0x01_00AC00,
            0x00_00D7A4,
            0x01_00D7B0,
            0x00_00D7C7,
            0x01_00D7CB,
            0x00_00D7FC,
            0x01_00F900,
            0x00_00FA6E,
            0x01_00FA70,
            0x00_00FADA,
            0x01_00FB00,
            0x00_00FB07,
            0x01_00FB13,
            0x00_00FB18,
            0x01_00FB1D,
            0x00_00FB1E,
            0x01_00FB1F,
            0x00_00FB29,
            0x01_00FB2A,
            0x00_00FB37,
            0x01_00FB38,
            0x00_00FB3D,
            0x01_00FB3E,
            0x00_00FB3F,
            0x01_00FB40,
            0x00_00FB42,
            0x01_00FB43,
            0x00_00FB45,
            0x01_00FB46,
            0x00_00FBB2,
            0x01_00FBD3,
            0x00_00FD3E,
            0x01_00FD50,
            0x00_00FD90,
            0x01_00FD92,
            0x00_00FDC8,
            0x01_00FDF0,
            0x00_00FDFC,
            0x01_00FE70,
            0x00_00FE75,
            0x01_00FE76,
            0x00_00FEFD,
            0x01_00FF21,
            0x00_00FF3B,
            0x01_00FF41,
            0x00_00FF5B,
            0x01_00FF66,
            0x00_00FFBF,
            0x01_00FFC2,
            0x00_00FFC8,
            0x01_00FFCA,
            0x00_00FFD0,
            0x01_00FFD2,
            0x00_00FFD8,
            0x01_00FFDA,
            0x00_00FFDD,
            0x01_010000,
            0x00_01000C,
            0x01_01000D,
            0x00_010027,
            0x01_010028,
            0x00_01003B,
            0x01_01003C,
            0x00_01003E,
            0x01_01003F,
            0x00_01004E,
            0x01_010050,
            0x00_01005E,
            0x01_010080,
            0x00_0100FB,
            0x01_010280,
            0x00_01029D,
            0x01_0102A0,
            0x00_0102D1,
            0x01_010300,
            0x00_010320,
            0x01_01032D,
            0x00_010341,
            0x01_010342,
            0x00_01034A,
            0x01_010350,
            0x00_010376,
            0x01_010380,
            0x00_01039E,
            0x01_0103A0,
            0x00_0103C4,
            0x01_0103C8,
            0x00_0103D0,
            0x01_010400,
            0x00_01049E,
            0x01_0104B0,
            0x00_0104D4,
            0x01_0104D8,
            0x00_0104FC,
            0x01_010500,
            0x00_010528,
            0x01_010530,
            0x00_010564,
            0x01_010570,
            0x00_01057B,
            0x01_01057C,
            0x00_01058B,
            0x01_01058C,
            0x00_010593,
            0x01_010594,
            0x00_010596,
            0x01_010597,
            0x00_0105A2,
            0x01_0105A3,
            0x00_0105B2,
            0x01_0105B3,
            0x00_0105BA,
            0x01_0105BB,
            0x00_0105BD,
            0x01_0105C0,
            0x00_0105F4,
            0x01_010600,
            0x00_010737,
            0x01_010740,
            0x00_010756,
            0x01_010760,
            0x00_010768,
            0x01_010780,
            0x00_010786,
            0x01_010787,
            0x00_0107B1,
            0x01_0107B2,
            0x00_0107BB,
            0x01_010800,
            0x00_010806,
            0x01_010808,
            0x00_010809,
            0x01_01080A,
            0x00_010836,
            0x01_010837,
            0x00_010839,
            0x01_01083C,
            0x00_01083D,
            0x01_01083F,
            0x00_010856,
            0x01_010860,
            0x00_010877,
            0x01_010880,
            0x00_01089F,
            0x01_0108E0,
            0x00_0108F3,
            0x01_0108F4,
            0x00_0108F6,
            0x01_010900,
            0x00_010916,
            0x01_010920,
            0x00_01093A,
            0x01_010980,
            0x00_0109B8,
            0x01_0109BE,
            0x00_0109C0,
            0x01_010A00,
            0x00_010A01,
            0x01_010A10,
            0x00_010A14,
            0x01_010A15,
            0x00_010A18,
            0x01_010A19,
            0x00_010A36,
            0x01_010A60,
            0x00_010A7D,
            0x01_010A80,
            0x00_010A9D,
            0x01_010AC0,
            0x00_010AC8,
            0x01_010AC9,
            0x00_010AE5,
            0x01_010B00,
            0x00_010B36,
            0x01_010B40,
            0x00_010B56,
            0x01_010B60,
            0x00_010B73,
            0x01_010B80,
            0x00_010B92,
            0x01_010C00,
            0x00_010C49,
            0x01_010C80,
            0x00_010CB3,
            0x01_010CC0,
            0x00_010CF3,
            0x01_010D00,
            0x00_010D24,
            0x01_010D4A,
            0x00_010D66,
            0x01_010D6F,
            0x00_010D86,
            0x01_010E80,
            0x00_010EAA,
            0x01_010EB0,
            0x00_010EB2,
            0x01_010EC2,
            0x00_010EC5,
            0x01_010F00,
            0x00_010F1D,
            0x01_010F27,
            0x00_010F28,
            0x01_010F30,
            0x00_010F46,
            0x01_010F70,
            0x00_010F82,
            0x01_010FB0,
            0x00_010FC5,
            0x01_010FE0,
            0x00_010FF7,
            0x01_011003,
            0x00_011038,
            0x01_011071,
            0x00_011073,
            0x01_011075,
            0x00_011076,
            0x01_011083,
            0x00_0110B0,
            0x01_0110D0,
            0x00_0110E9,
            0x01_011103,
            0x00_011127,
            0x01_011144,
            0x00_011145,
            0x01_011147,
            0x00_011148,
            0x01_011150,
            0x00_011173,
            0x01_011176,
            0x00_011177,
            0x01_011183,
            0x00_0111B3,
            0x01_0111C1,
            0x00_0111C5,
            0x01_0111DA,
            0x00_0111DB,
            0x01_0111DC,
            0x00_0111DD,
            0x01_011200,
            0x00_011212,
            0x01_011213,
            0x00_01122C,
            0x01_01123F,
            0x00_011241,
            0x01_011280,
            0x00_011287,
            0x01_011288,
            0x00_011289,
            0x01_01128A,
            0x00_01128E,
            0x01_01128F,
            0x00_01129E,
            0x01_01129F,
            0x00_0112A9,
            0x01_0112B0,
            0x00_0112DF,
            0x01_011305,
            0x00_01130D,
            0x01_01130F,
            0x00_011311,
            0x01_011313,
            0x00_011329,
            0x01_01132A,
            0x00_011331,
            0x01_011332,
            0x00_011334,
            0x01_011335,
            0x00_01133A,
            0x01_01133D,
            0x00_01133E,
            0x01_011350,
            0x00_011351,
            0x01_01135D,
            0x00_011362,
            0x01_011380,
            0x00_01138A,
            0x01_01138B,
            0x00_01138C,
            0x01_01138E,
            0x00_01138F,
            0x01_011390,
            0x00_0113B6,
            0x01_0113B7,
            0x00_0113B8,
            0x01_0113D1,
            0x00_0113D2,
            0x01_0113D3,
            0x00_0113D4,
            0x01_011400,
            0x00_011435,
            0x01_011447,
            0x00_01144B,
            0x01_01145F,
            0x00_011462,
            0x01_011480,
            0x00_0114B0,
            0x01_0114C4,
            0x00_0114C6,
            0x01_0114C7,
            0x00_0114C8,
            0x01_011580,
            0x00_0115AF,
            0x01_0115D8,
            0x00_0115DC,
            0x01_011600,
            0x00_011630,
            0x01_011644,
            0x00_011645,
            0x01_011680,
            0x00_0116AB,
            0x01_0116B8,
            0x00_0116B9,
            0x01_011700,
            0x00_01171B,
            0x01_011740,
            0x00_011747,
            0x01_011800,
            0x00_01182C,
            0x01_0118A0,
            0x00_0118E0,
            0x01_0118FF,
            0x00_011907,
            0x01_011909,
            0x00_01190A,
            0x01_01190C,
            0x00_011914,
            0x01_011915,
            0x00_011917,
            0x01_011918,
            0x00_011930,
            0x01_01193F,
            0x00_011940,
            0x01_011941,
            0x00_011942,
            0x01_0119A0,
            0x00_0119A8,
            0x01_0119AA,
            0x00_0119D1,
            0x01_0119E1,
            0x00_0119E2,
            0x01_0119E3,
            0x00_0119E4,
            0x01_011A00,
            0x00_011A01,
            0x01_011A0B,
            0x00_011A33,
            0x01_011A3A,
            0x00_011A3B,
            0x01_011A50,
            0x00_011A51,
            0x01_011A5C,
            0x00_011A8A,
            0x01_011A9D,
            0x00_011A9E,
            0x01_011AB0,
            0x00_011AF9,
            0x01_011BC0,
            0x00_011BE1,
            0x01_011C00,
            0x00_011C09,
            0x01_011C0A,
            0x00_011C2F,
            0x01_011C40,
            0x00_011C41,
            0x01_011C72,
            0x00_011C90,
            0x01_011D00,
            0x00_011D07,
            0x01_011D08,
            0x00_011D0A,
            0x01_011D0B,
            0x00_011D31,
            0x01_011D46,
            0x00_011D47,
            0x01_011D60,
            0x00_011D66,
            0x01_011D67,
            0x00_011D69,
            0x01_011D6A,
            0x00_011D8A,
            0x01_011D98,
            0x00_011D99,
            0x01_011EE0,
            0x00_011EF3,
            0x01_011F02,
            0x00_011F03,
            0x01_011F04,
            0x00_011F11,
            0x01_011F12,
            0x00_011F34,
            0x01_011FB0,
            0x00_011FB1,
            0x01_012000,
            0x00_01239A,
            0x01_012480,
            0x00_012544,
            0x01_012F90,
            0x00_012FF1,
            0x01_013000,
            0x00_013430,
            0x01_013441,
            0x00_013447,
            0x01_013460,
            0x00_0143FB,
            0x01_014400,
            0x00_014647,
            0x01_016100,
            0x00_01611E,
            0x01_016800,
            0x00_016A39,
            0x01_016A40,
            0x00_016A5F,
            0x01_016A70,
            0x00_016ABF,
            0x01_016AD0,
            0x00_016AEE,
            0x01_016B00,
            0x00_016B30,
            0x01_016B40,
            0x00_016B44,
            0x01_016B63,
            0x00_016B78,
            0x01_016B7D,
            0x00_016B90,
            0x01_016D40,
            0x00_016D6D,
            0x01_016E40,
            0x00_016E80,
            0x01_016F00,
            0x00_016F4B,
            0x01_016F50,
            0x00_016F51,
            0x01_016F93,
            0x00_016FA0,
            0x01_016FE0,
            0x00_016FE2,
            0x01_016FE3,
            0x00_016FE4,
            0x01_017000,
            0x00_0187F8,
            0x01_018800,
            0x00_018CD6,
            0x01_018CFF,
            0x00_018D09,
            0x01_01AFF0,
            0x00_01AFF4,
            0x01_01AFF5,
            0x00_01AFFC,
            0x01_01AFFD,
            0x00_01AFFF,
            0x01_01B000,
            0x00_01B123,
            0x01_01B132,
            0x00_01B133,
            0x01_01B150,
            0x00_01B153,
            0x01_01B155,
            0x00_01B156,
            0x01_01B164,
            0x00_01B168,
            0x01_01B170,
            0x00_01B2FC,
            0x01_01BC00,
            0x00_01BC6B,
            0x01_01BC70,
            0x00_01BC7D,
            0x01_01BC80,
            0x00_01BC89,
            0x01_01BC90,
            0x00_01BC9A,
            0x01_01D400,
            0x00_01D455,
            0x01_01D456,
            0x00_01D49D,
            0x01_01D49E,
            0x00_01D4A0,
            0x01_01D4A2,
            0x00_01D4A3,
            0x01_01D4A5,
            0x00_01D4A7,
            0x01_01D4A9,
            0x00_01D4AD,
            0x01_01D4AE,
            0x00_01D4BA,
            0x01_01D4BB,
            0x00_01D4BC,
            0x01_01D4BD,
            0x00_01D4C4,
            0x01_01D4C5,
            0x00_01D506,
            0x01_01D507,
            0x00_01D50B,
            0x01_01D50D,
            0x00_01D515,
            0x01_01D516,
            0x00_01D51D,
            0x01_01D51E,
            0x00_01D53A,
            0x01_01D53B,
            0x00_01D53F,
            0x01_01D540,
            0x00_01D545,
            0x01_01D546,
            0x00_01D547,
            0x01_01D54A,
            0x00_01D551,
            0x01_01D552,
            0x00_01D6A6,
            0x01_01D6A8,
            0x00_01D6C1,
            0x01_01D6C2,
            0x00_01D6DB,
            0x01_01D6DC,
            0x00_01D6FB,
            0x01_01D6FC,
            0x00_01D715,
            0x01_01D716,
            0x00_01D735,
            0x01_01D736,
            0x00_01D74F,
            0x01_01D750,
            0x00_01D76F,
            0x01_01D770,
            0x00_01D789,
            0x01_01D78A,
            0x00_01D7A9,
            0x01_01D7AA,
            0x00_01D7C3,
            0x01_01D7C4,
            0x00_01D7CC,
            0x01_01DF00,
            0x00_01DF1F,
            0x01_01DF25,
            0x00_01DF2B,
            0x01_01E030,
            0x00_01E06E,
            0x01_01E100,
            0x00_01E12D,
            0x01_01E137,
            0x00_01E13E,
            0x01_01E14E,
            0x00_01E14F,
            0x01_01E290,
            0x00_01E2AE,
            0x01_01E2C0,
            0x00_01E2EC,
            0x01_01E4D0,
            0x00_01E4EC,
            0x01_01E5D0,
            0x00_01E5EE,
            0x01_01E5F0,
            0x00_01E5F1,
            0x01_01E7E0,
            0x00_01E7E7,
            0x01_01E7E8,
            0x00_01E7EC,
            0x01_01E7ED,
            0x00_01E7EF,
            0x01_01E7F0,
            0x00_01E7FF,
            0x01_01E800,
            0x00_01E8C5,
            0x01_01E900,
            0x00_01E944,
            0x01_01E94B,
            0x00_01E94C,
            0x01_01EE00,
            0x00_01EE04,
            0x01_01EE05,
            0x00_01EE20,
            0x01_01EE21,
            0x00_01EE23,
            0x01_01EE24,
            0x00_01EE25,
            0x01_01EE27,
            0x00_01EE28,
            0x01_01EE29,
            0x00_01EE33,
            0x01_01EE34,
            0x00_01EE38,
            0x01_01EE39,
            0x00_01EE3A,
            0x01_01EE3B,
            0x00_01EE3C,
            0x01_01EE42,
            0x00_01EE43,
            0x01_01EE47,
            0x00_01EE48,
            0x01_01EE49,
            0x00_01EE4A,
            0x01_01EE4B,
            0x00_01EE4C,
            0x01_01EE4D,
            0x00_01EE50,
            0x01_01EE51,
            0x00_01EE53,
            0x01_01EE54,
            0x00_01EE55,
            0x01_01EE57,
            0x00_01EE58,
            0x01_01EE59,
            0x00_01EE5A,
            0x01_01EE5B,
            0x00_01EE5C,
            0x01_01EE5D,
            0x00_01EE5E,
            0x01_01EE5F,
            0x00_01EE60,
            0x01_01EE61,
            0x00_01EE63,
            0x01_01EE64,
            0x00_01EE65,
            0x01_01EE67,
            0x00_01EE6B,
            0x01_01EE6C,
            0x00_01EE73,
            0x01_01EE74,
            0x00_01EE78,
            0x01_01EE79,
            0x00_01EE7D,
            0x01_01EE7E,
            0x00_01EE7F,
            0x01_01EE80,
            0x00_01EE8A,
            0x01_01EE8B,
            0x00_01EE9C,
            0x01_01EEA1,
            0x00_01EEA4,
            0x01_01EEA5,
            0x00_01EEAA,
            0x01_01EEAB,
            0x00_01EEBC,
            0x01_020000,
            0x00_02A6E0,
            0x01_02A700,
            0x00_02B73A,
            0x01_02B740,
            0x00_02B81E,
            0x01_02B820,
            0x00_02CEA2,
            0x01_02CEB0,
            0x00_02EBE1,
            0x01_02EBF0,
            0x00_02EE5E,
            0x01_02F800,
            0x00_02FA1E,
            0x01_030000,
            0x00_03134B,
            0x01_031350,
            0x00_0323B0,
        ],
        start: 2,
        accepting: 3,
        next: Next::Narrow(&[
            [3, 0],
            [3, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^\p{Script=Greek}+$` is found in the text.
pub(crate) const fn pattern_386(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<2> = Dfa {
        ascii: &classes(&[]),
        others: &[
            0x00_000080,
            0x01_000370,
            0x00_000374,
            0x01_000375,
            0x00_000378,
            0x01_00037A,
            0x00_00037E,
            0x01_00037F,
            0x00_000380,
            0x01_000384,
            0x00_000385,
            0x01_000386,
            0x00_000387,
            0x01_000388,
            0x00_00038B,
            0x01_00038C,
            0x00_00038D,
            0x01_00038E,
            0x00_0003A2,
            0x01_0003A3,
            0x00_0003E2,
            0x01_0003F0,
            0x00_000400,
            0x01_001D26,
            0x00_001D2B,
            0x01_001D5D,
            0x00_001D62,
            0x01_001D66,
            0x00_001D6B,
            0x01_001DBF,
            0x00_001DC0,
            0x01_001F00,
            0x00_001F16,
            0x01_001F18,
            0x00_001F1E,
            0x01_001F20,
            0x00_001F46,
            0x01_001F48,
            0x00_001F4E,
            0x01_001F50,
            0x00_001F58,
            0x01_001F59,
            0x00_001F5A,
            0x01_001F5B,
            0x00_001F5C,
            0x01_001F5D,
            0x00_001F5E,
            0x01_001F5F,
            0x00_001F7E,
            0x01_001F80,
            0x00_001FB5,
            0x01_001FB6,
            0x00_001FC5,
            0x01_001FC6,
            0x00_001FD4,
            0x01_001FD6,
            0x00_001FDC,
            0x01_001FDD,
            0x00_001FF0,
            0x01_001FF2,
            0x00_001FF5,
            0x01_001FF6,
            0x00_001FFF,
            0x01_002126,
            0x00_002127,
            0x01_00AB65,
            0x00_00AB66,
            0x01_010140,
            0x00_01018F,
            0x01_0101A0,
            0x00_0101A1,
            0x01_01D200,
            0x00_01D246,
        ],
        start: 2,
        accepting: 3,
        next: Next::Narrow(&[
            [0, 3],
            [0, 3],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^\p{sc=Cyrl}{2,}$` is found in the text.
pub(crate) const fn pattern_387(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of(
        "Ѐ-\u{484}\u{487}-ԯᲀ-ᲊᴫᵸ\u{2de0}-\u{2dff}Ꙁ-\u{a69f}\u{fe2e}\u{fe2f}𞀰-𞁭\u{1e08f}",
    );
    let mut scan = Scan::new(text);
    scan.at_least(2, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^\p{ASCII}*$` is found in the text.
pub(crate) const fn pattern_388(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("\0-\u{7f}");
    let mut scan = Scan::new(text);
    scan.at_least(0, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^\p{Alphabetic}\p{Nd}$` is found in the text.
pub(crate) const fn pattern_389(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["0-9", "A-Za-z"]),
        others: &[
            0x00_000080,
            0x02_0000AA,
            0x00_0000AB,
            0x02_0000B5,
            0x00_0000B6,
            0x02_0000BA,
            0x00_0000BB,
            0x02_0000C0,
            0x00_0000D7,
            0x02_0000D8,
            0x00_0000F7,
            0x02_0000F8,
            0x00_0002C2,
            0x02_0002C6,
            0x00_0002D2,
            0x02_0002E0,
            0x00_0002E5,
            0x02_0002EC,
            0x00_0002ED,
            0x02_0002EE,
            0x00_0002EF,
            0x02_000345,
            0x00_000346,
            0x02_000363,
            0x00_000375,
            0x02_000376,
            0x00_000378,
            0x02_00037A,
            0x00_00037E,
            0x02_00037F,
            0x00_000380,
            0x02_000386,
            0x00_000387,
            0x02_000388,
            0x00_00038B,
            0x02_00038C,
            0x00_00038D,
            0x02_00038E,
            0x00_0003A2,
            0x02_0003A3,
            0x00_0003F6,
            0x02_0003F7,
            0x00_000482,
            0x02_00048A,
            0x00_000530,
            0x02_000531,
            0x00_000557,
            0x02_000559,
            0x00_00055A,
            0x02_000560,
            0x00_000589,
            0x02_0005B0,
            0x00_0005BE,
            0x02_0005BF,
            0x00_0005C0,
            0x02_0005C1,
            0x00_0005C3,
            0x02_0005C4,
            0x00_0005C6,
            0x02_0005C7,
            0x00_0005C8,
            0x02_0005D0,
            0x00_0005EB,
            0x02_0005EF,
            0x00_0005F3,
            0x02_000610,
            0x00_00061B,
            0x02_000620,
            0x00_000658,
            0x02_000659,
            0x01_000660,
            0x00_00066A,
            0x02_00066E,
            0x00_0006D4,
            0x02_0006D5,
            0x00_0006DD,
            0x02_0006E1,
            0x00_0006E9,
            0x02_0006ED,
            0x01_0006F0,
            0x02_0006FA,
            0x00_0006FD,
            0x02_0006FF,
            0x00_000700,
            0x02_000710,
            0x00_000740,
            0x02_00074D,
            0x00_0007B2,
            0x01_0007C0,
            0x02_0007CA,
            0x00_0007EB,
            0x02_0007F4,
            0x00_0007F6,
            0x02_0007FA,
            0x00_0007FB,
            0x02_000800,
            0x00_000818,
            0x02_00081A,
            0x00_00082D,
            0x02_000840,
            0x00_000859,
            0x02_000860,
            0x00_00086B,
            0x02_000870,
            0x00_000888,
            0x02_000889,
            0x00_00088F,
            0x02_000897,
            0x00_000898,
            0x02_0008A0,
            0x00_0008CA,
            0x02_0008D4,
            0x00_0008E0,
            0x02_0008E3,
            0x00_0008EA,
            0x02_0008F0,
            0x00_00093C,
            0x02_00093D,
            0x00_00094D,
            0x02_00094E,
            0x00_000951,
            0x02_000955,
            0x00_000964,
            0x01_000966,
            0x00_000970,
            0x02_000971,
            0x00_000984,
            0x02_000985,
            0x00_00098D,
            0x02_00098F,
            0x00_000991,
            0x02_000993,
            0x00_0009A9,
            0x02_0009AA,
            0x00_0009B1,
            0x02_0009B2,
            0x00_0009B3,
            0x02_0009B6,
            0x00_0009BA,
            0x02_0009BD,
            0x00_0009C5,
            0x02_0009C7,
            0x00_0009C9,
            0x02_0009CB,
            0x00_0009CD,
            0x02_0009CE,
            0x00_0009CF,
            0x02_0009D7,
            0x00_0009D8,
            0x02_0009DC,
            0x00_0009DE,
            0x02_0009DF,
            0x00_0009E4,
            0x01_0009E6,
            0x02_0009F0,
            0x00_0009F2,
            0x02_0009FC,
            0x00_0009FD,
            0x02_000A01,
            0x00_000A04,
            0x02_000A05,
            0x00_000A0B,
            0x02_000A0F,
            0x00_000A11,
            0x02_000A13,
            0x00_000A29,
            0x02_000A2A,
            0x00_000A31,
            0x02_000A32,
            0x00_000A34,
            0x02_000A35,
            0x00_000A37,
            0x02_000A38,
            0x00_000A3A,
            0x02_000A3E,
            0x00_000A43,
            0x02_000A47,
            0x00_000A49,
            0x02_000A4B,
            0x00_000A4D,
            0x02_000A51,
            0x00_000A52,
            0x02_000A59,
            0x00_000A5D,
            0x02_000A5E,
            0x00_000A5F,
            0x01_000A66,
            0x02_000A70,
            0x00_000A76,
            0x02_000A81,
            0x00_000A84,
            0x02_000A85,
            0x00_000A8E,
            0x02_000A8F,
            0x00_000A92,
            0x02_000A93,
            0x00_000AA9,
            0x02_000AAA,
            0x00_000AB1,
            0x02_000AB2,
            0x00_000AB4,
            0x02_000AB5,
            0x00_000ABA,
            0x02_000ABD,
            0x00_000AC6,
            0x02_000AC7,
            0x00_000ACA,
            0x02_000ACB,
            0x00_000ACD,
            0x02_000AD0,
            0x00_000AD1,
            0x02_000AE0,
            0x00_000AE4,
            0x01_000AE6,
            0x00_000AF0,
            0x02_000AF9,
            0x00_000AFD,
            0x02_000B01,
            0x00_000B04,
            0x02_000B05,
            0x00_000B0D,
            0x02_000B0F,
            0x00_000B11,
            0x02_000B13,
            0x00_000B29,
            0x02_000B2A,
            0x00_000B31,
            0x02_000B32,
            0x00_000B34,
            0x02_000B35,
            0x00_000B3A,
            0x02_000B3D,
            0x00_000B45,
            0x02_000B47,
            0x00_000B49,
            0x02_000B4B,
            0x00_000B4D,
            0x02_000B56,
            0x00_000B58,
            0x02_000B5C,
            0x00_000B5E,
            0x02_000B5F,
            0x00_000B64,
            0x01_000B66,
            0x00_000B70,
            0x02_000B71,
            0x00_000B72,
            0x02_000B82,
            0x00_000B84,
            0x02_000B85,
            0x00_000B8B,
            0x02_000B8E,
            0x00_000B91,
            0x02_000B92,
            0x00_000B96,
            0x02_000B99,
            0x00_000B9B,
            0x02_000B9C,
            0x00_000B9D,
            0x02_000B9E,
            0x00_000BA0,
            0x02_000BA3,
            0x00_000BA5,
            0x02_000BA8,
            0x00_000BAB,
            0x02_000BAE,
            0x00_000BBA,
            0x02_000BBE,
            0x00_000BC3,
            0x02_000BC6,
            0x00_000BC9,
            0x02_000BCA,
            0x00_000BCD,
            0x02_000BD0,
            0x00_000BD1,
            0x02_000BD7,
            0x00_000BD8,
            0x01_000BE6,
            0x00_000BF0,
            0x02_000C00,
            0x00_000C0D,
            0x02_000C0E,
            0x00_000C11,
            0x02_000C12,
            0x00_000C29,
            0x02_000C2A,
            0x00_000C3A,
            0x02_000C3D,
            0x00_000C45,
            0x02_000C46,
            0x00_000C49,
            0x02_000C4A,
            0x00_000C4D,
            0x02_000C55,
            0x00_000C57,
            0x02_000C58,
            0x00_000C5B,
            0x02_000C5D,
            0x00_000C5E,
            0x02_000C60,
            0x00_000C64,
            0x01_000C66,
            0x00_000C70,
            0x02_000C80,
            0x00_000C84,
            0x02_000C85,
            0x00_000C8D,
            0x02_000C8E,
            0x00_000C91,
            0x02_000C92,
            0x00_000CA9,
            0x02_000CAA,
            0x00_000CB4,
            0x02_000CB5,
            0x00_000CBA,
            0x02_000CBD,
            0x00_000CC5,
            0x02_000CC6,
            0x00_000CC9,
            0x02_000CCA,
            0x00_000CCD,
            0x02_000CD5,
            0x00_000CD7,
            0x02_000CDD,
            0x00_000CDF,
            0x02_000CE0,
            0x00_000CE4,
            0x01_000CE6,
            0x00_000CF0,
            0x02_000CF1,
            0x00_000CF4,
            0x02_000D00,
            0x00_000D0D,
            0x02_000D0E,
            0x00_000D11,
            0x02_000D12,
            0x00_000D3B,
            0x02_000D3D,
            0x00_000D45,
            0x02_000D46,
            0x00_000D49,
            0x02_000D4A,
            0x00_000D4D,
            0x02_000D4E,
            0x00_000D4F,
            0x02_000D54,
            0x00_000D58,
            0x02_000D5F,
            0x00_000D64,
            0x01_000D66,
            0x00_000D70,
            0x02_000D7A,
            0x00_000D80,
            0x02_000D81,
            0x00_000D84,
            0x02_000D85,
            0x00_000D97,
            0x02_000D9A,
            0x00_000DB2,
            0x02_000DB3,
            0x00_000DBC,
            0x02_000DBD,
            0x00_000DBE,
            0x02_000DC0,
            0x00_000DC7,
            0x02_000DCF,
            0x00_000DD5,
            0x02_000DD6,
            0x00_000DD7,
            0x02_000DD8,
            0x00_000DE0,
            0x01_000DE6,
            0x00_000DF0,
            0x02_000DF2,
            0x00_000DF4,
            0x02_000E01,
            0x00_000E3B,
            0x02_000E40,
            0x00_000E47,
            0x02_000E4D,
            0x00_000E4E,
            0x01_000E50,
            0x00_000E5A,
            0x02_000E81,
            0x00_000E83,
            0x02_000E84,
            0x00_000E85,
            0x02_000E86,
            0x00_000E8B,
            0x02_000E8C,
            0x00_000EA4,
            0x02_000EA5,
            0x00_000EA6,
            0x02_000EA7,
            0x00_000EBA,
            0x02_000EBB,
            0x00_000EBE,
            0x02_000EC0,
            0x00_000EC5,
            0x02_000EC6,
            0x00_000EC7,
            0x02_000ECD,
            0x00_000ECE,
            0x01_000ED0,
            0x00_000EDA,
            0x02_000EDC,
            0x00_000EE0,
            0x02_000F00,
            0x00_000F01,
            0x01_000F20,
            0x00_000F2A,
            0x02_000F40,
            0x00_000F48,
            0x02_000F49,
            0x00_000F6D,
            0x02_000F71,
            0x00_000F84,
            0x02_000F88,
            0x00_000F98,
            0x02_000F99,
            0x00_000FBD,
            0x02_001000,
            0x00_001037,
            0x02_001038,
            0x00_001039,
            0x02_00103B,
            0x01_001040,
            0x00_00104A,
            0x02_001050,
            0x01_001090,
            0x02_00109A,
            0x00_00109E,
            0x02_0010A0,
            0x00_0010C6,
            0x02_0010C7,
            0x00_0010C8,
            0x02_0010CD,
            0x00_0010CE,
            0x02_0010D0,
            0x00_0010FB,
            0x02_0010FC,
            0x00_001249,
            0x02_00124A,
            0x00_00124E,
            0x02_001250,
            0x00_001257,
            0x02_001258,
            0x00_001259,
            0x02_00125A,
            0x00_00125E,
            0x02_001260,
            0x00_001289,
            0x02_00128A,
            0x00_00128E,
            0x02_001290,
            0x00_0012B1,
            0x02_0012B2,
            0x00_0012B6,
            0x02_0012B8,
            0x00_0012BF,
            0x02_0012C0,
            0x00_0012C1,
            0x02_0012C2,
            0x00_0012C6,
            0x02_0012C8,
            0x00_0012D7,
            0x02_0012D8,
            0x00_001311,
            0x02_001312,
            0x00_001316,
            0x02_001318,
            0x00_00135B,
            0x02_001380,
            0x00_001390,
            0x02_0013A0,
            0x00_0013F6,
            0x02_0013F8,
            0x00_0013FE,
            0x02_001401,
            0x00_00166D,
            0x02_00166F,
            0x00_001680,
            0x02_001681,
            0x00_00169B,
            0x02_0016A0,
            0x00_0016EB,
            0x02_0016EE,
            0x00_0016F9,
            0x02_001700,
            0x00_001714,
            0x02_00171F,
            0x00_001734,
            0x02_001740,
            0x00_001754,
            0x02_001760,
            0x00_00176D,
            0x02_00176E,
            0x00_001771,
            0x02_001772,
            0x00_001774,
            0x02_001780,
            0x00_0017B4,
            0x02_0017B6,
            0x00_0017C9,
            0x02_0017D7,
            0x00_0017D8,
            0x02_0017DC,
            0x00_0017DD,
            0x01_0017E0,
            0x00_0017EA,
            0x01_001810,
            0x00_00181A,
            0x02_001820,
            0x00_001879,
            0x02_001880,
            0x00_0018AB,
            0x02_0018B0,
            0x00_0018F6,
            0x02_001900,
            0x00_00191F,
            0x02_001920,
            0x00_00192C,
            0x02_001930,
            0x00_001939,
            0x01_001946,
            0x02_001950,
            0x00_00196E,
            0x02_001970,
            0x00_001975,
            0x02_001980,
            0x00_0019AC,
            0x02_0019B0,
            0x00_0019CA,
            0x01_0019D0,
            0x00_0019DA,
            0x02_001A00,
            0x00_001A1C,
            0x02_001A20,
            0x00_001A5F,
            0x02_001A61,
            0x00_001A75,
            0x01_001A80,
            0x00_001A8A,
            0x01_001A90,
            0x00_001A9A,
            0x02_001AA7,
            0x00_001AA8,
            0x02_001ABF,
            0x00_001AC1,
            0x02_001ACC,
            0x00_001ACF,
            0x02_001B00,
            0x00_001B34,
            0x02_001B35,
            0x00_001B44,
            0x02_001B45,
            0x00_001B4D,
            0x01_001B50,
            0x00_001B5A,
            0x02_001B80,
            0x00_001BAA,
            0x02_001BAC,
            0x01_001BB0,
            0x02_001BBA,
            0x00_001BE6,
            0x02_001BE7,
            0x00_001BF2,
            0x02_001C00,
            0x00_001C37,
            0x01_001C40,
            0x00_001C4A,
            0x02_001C4D,
            0x01_001C50,
            0x02_001C5A,
            0x00_001C7E,
            0x02_001C80,
            0x00_001C8B,
            0x02_001C90,
            0x00_001CBB,
            0x02_001CBD,
            0x00_001CC0,
            0x02_001CE9,
            0x00_001CED,
            0x02_001CEE,
            0x00_001CF4,
            0x02_001CF5,
            0x00_001CF7,
            0x02_001CFA,
            0x00_001CFB,
            0x02_001D00,
            0x00_001DC0,
            0x02_001DD3,
            0x00_001DF5,
            0x02_001E00,
            0x00_001F16,
            0x02_001F18,
            0x00_001F1E,
            0x02_001F20,
            0x00_001F46,
            0x02_001F48,
            0x00_001F4E,
            0x02_001F50,
            0x00_001F58,
            0x02_001F59,
            0x00_001F5A,
            0x02_001F5B,
            0x00_001F5C,
            0x02_001F5D,
            0x00_001F5E,
            0x02_001F5F,
            0x00_001F7E,
            0x02_001F80,
            0x00_001FB5,
            0x02_001FB6,
            0x00_001FBD,
            0x02_001FBE,
            0x00_001FBF,
            0x02_001FC2,
            0x00_001FC5,
            0x02_001FC6,
            0x00_001FCD,
            0x02_001FD0,
            0x00_001FD4,
            0x02_001FD6,
            0x00_001FDC,
            0x02_001FE0,
            0x00_001FED,
            0x02_001FF2,
            0x00_001FF5,
            0x02_001FF6,
            0x00_001FFD,
            0x02_002071,
            0x00_002072,
            0x02_00207F,
            0x00_002080,
            0x02_002090,
            0x00_00209D,
            0x02_002102,
            0x00_002103,
            0x02_002107,
            0x00_002108,
            0x02_00210A,
            0x00_002114,
            0x02_002115,
            0x00_002116,
            0x02_002119,
            0x00_00211E,
            0x02_002124,
            0x00_002125,
            0x02_002126,
            0x00_002127,
            0x02_002128,
            0x00_002129,
            0x02_00212A,
            0x00_00212E,
            0x02_00212F,
            0x00_00213A,
            0x02_00213C,
            0x00_002140,
            0x02_002145,
            0x00_00214A,
            0x02_00214E,
            0x00_00214F,
            0x02_002160,
            0x00_002189,
            0x02_0024B6,
            0x00_0024EA,
            0x02_002C00,
            0x00_002CE5,
            0x02_002CEB,
            0x00_002CEF,
            0x02_002CF2,
            0x00_002CF4,
            0x02_002D00,
            0x00_002D26,
            0x02_002D27,
            0x00_002D28,
            0x02_002D2D,
            0x00_002D2E,
            0x02_002D30,
            0x00_002D68,
            0x02_002D6F,
            0x00_002D70,
            0x02_002D80,
            0x00_002D97,
            0x02_002DA0,
            0x00_002DA7,
            0x02_002DA8,
            0x00_002DAF,
            0x02_002DB0,
            0x00_002DB7,
            0x02_002DB8,
            0x00_002DBF,
            0x02_002DC0,
            0x00_002DC7,
            0x02_002DC8,
            0x00_002DCF,
            0x02_002DD0,
            0x00_002DD7,
            0x02_002DD8,
            0x00_002DDF,
            0x02_002DE0,
            0x00_002E00,
            0x02_002E2F,
            0x00_002E30,
            0x02_003005,
            0x00_003008,
            0x02_003021,
            0x00_00302A,
            0x02_003031,
            0x00_003036,
            0x02_003038,
            0x00_00303D,
            0x02_003041,
            0x00_003097,
            0x02_00309D,
            0x00_0030A0,
            0x02_0030A1,
            0x00_0030FB,
            0x02_0030FC,
            0x00_003100,
            0x02_003105,
            0x00_003130,
            0x02_003131,
            0x00_00318F,
            0x02_0031A0,
            0x00_0031C0,
            0x02_0031F0,
            0x00_003200,
            0x02_003400,
            0x00_004DC0,
            0x02_004E00,
            0x00_00A48D,
            0x02_00A4D0,
            0x00_00A4FE,
            0x02_00A500,
            0x00_00A60D,
            0x02_00A610,
            0x01_00A620,
            0x02_00A62A,
            0x00_00A62C,
            0x02_00A640,
            0x00_00A66F,
            0x02_00A674,
            0x00_00A67C,
            0x02_00A67F,
            0x00_00A6F0,
            0x02_00A717,
            0x00_00A720,
            0x02_00A722,
            0x00_00A789,
            0x02_00A78B,
            0x00_00A7CE,
            0x02_00A7D0,
            0x00_00A7D2,
            0x02_00A7D3,
            0x00_00A7D4,
            0x02_00A7D5,
            0x00_00A7DD,
            0x02_00A7F2,
            0x00_00A806,
            0x02_00A807,
            0x00_00A828,
            0x02_00A840,
            0x00_00A874,
            0x02_00A880,
            0x00_00A8C4,
            0x02_00A8C5,
            0x00_00A8C6,
            0x01_00A8D0,
            0x00_00A8DA,
            0x02_00A8F2,
            0x00_00A8F8,
            0x02_00A8FB,
            0x00_00A8FC,
            0x02_00A8FD,
            0x01_00A900,
            0x02_00A90A,
            0x00_00A92B,
            0x02_00A930,
            0x00_00A953,
            0x02_00A960,
            0x00_00A97D,
            0x02_00A980,
            0x00_00A9B3,
            0x02_00A9B4,
            0x00_00A9C0,
            0x02_00A9CF,
            0x01_00A9D0,
            0x00_00A9DA,
            0x02_00A9E0,
            0x01_00A9F0,
            0x02_00A9FA,
            0x00_00A9FF,
            0x02_00AA00,
            0x00_00AA37,
            0x02_00AA40,
            0x00_00AA4E,
            0x01_00AA50,
            0x00_00AA5A,
            0x02_00AA60,
            0x00_00AA77,
            0x02_00AA7A,
            0x00_00AABF,
            0x02_00AAC0,
            0x00_00AAC1,
            0x02_00AAC2,
            0x00_00AAC3,
            0x02_00AADB,
            0x00_00AADE,
            0x02_00AAE0,
            0x00_00AAF0,
            0x02_00AAF2,
            0x00_00AAF6,
            0x02_00AB01,
            0x00_00AB07,
            0x02_00AB09,
            0x00_00AB0F,
            0x02_00AB11,
            0x00_00AB17,
            0x02_00AB20,
            0x00_00AB27,
            0x02_00AB28,
            0x00_00AB2F,
            0x02_00AB30,
            0x00_00AB5B,
            0x02_00AB5C,
            0x00_00AB6A,
            0x02_00AB70,
            0x00_00ABEB,
            0x01_00ABF0,
            0x00_00ABFA,
            0x02_00AC00,
            0x00_00D7A4,
            0x02_00D7B0,
            0x00_00D7C7,
            0x02_00D7CB,
            0x00_00D7FC,
            0x02_00F900,
            0x00_00FA6E,
            0x02_00FA70,
            0x00_00FADA,
            0x02_00FB00,
            0x00_00FB07,
            0x02_00FB13,
            0x00_00FB18,
            0x02_00FB1D,
            0x00_00FB29,
            0x02_00FB2A,
            0x00_00FB37,
            0x02_00FB38,
            0x00_00FB3D,
            0x02_00FB3E,
            0x00_00FB3F,
            0x02_00FB40,
            0x00_00FB42,
            0x02_00FB43,
            0x00_00FB45,
            0x02_00FB46,
            0x00_00FBB2,
            0x02_00FBD3,
            0x00_00FD3E,
            0x02_00FD50,
            0x00_00FD90,
            0x02_00FD92,
            0x00_00FDC8,
            0x02_00FDF0,
            0x00_00FDFC,
            0x02_00FE70,
            0x00_00FE75,
            0x02_00FE76,
            0x00_00FEFD,
            0x01_00FF10,
            0x00_00FF1A,
            0x02_00FF21,
            0x00_00FF3B,
            0x02_00FF41,
            0x00_00FF5B,
            0x02_00FF66,
            0x00_00FFBF,
            0x02_00FFC2,
            0x00_00FFC8,
            0x02_00FFCA,
            0x00_00FFD0,
            0x02_00FFD2,
            0x00_00FFD8,
            0x02_00FFDA,
            0x00_00FFDD,
            0x02_010000,
            0x00_01000C,
            0x02_01000D,
            0x00_010027,
            0x02_010028,
            0x00_01003B,
            0x02_01003C,
            0x00_01003E,
            0x02_01003F,
            0x00_01004E,
            0x02_010050,
            0x00_01005E,
            0x02_010080,
            0x00_0100FB,
            0x02_010140,
            0x00_010175,
            0x02_010280,
            0x00_01029D,
            0x02_0102A0,
            0x00_0102D1,
            0x02_010300,
            0x00_010320,
            0x02_01032D,
            0x00_01034B,
            0x02_010350,
            0x00_01037B,
            0x02_010380,
            0x00_01039E,
            0x02_0103A0,
            0x00_0103C4,
            0x02_0103C8,
            0x00_0103D0,
            0x02_0103D1,
            0x00_0103D6,
            0x02_010400,
            0x00_01049E,
            0x01_0104A0,
            0x00_0104AA,
            0x02_0104B0,
            0x00_0104D4,
            0x02_0104D8,
            0x00_0104FC,
            0x02_010500,
            0x00_010528,
            0x02_010530,
            0x00_010564,
            0x02_010570,
            0x00_01057B,
            0x02_01057C,
            0x00_01058B,
            0x02_01058C,
            0x00_010593,
            0x02_010594,
            0x00_010596,
            0x02_010597,
            0x00_0105A2,
            0x02_0105A3,
            0x00_0105B2,
            0x02_0105B3,
            0x00_0105BA,
            0x02_0105BB,
            0x00_0105BD,
            0x02_0105C0,
            0x00_0105F4,
            0x02_010600,
            0x00_010737,
            0x02_010740,
            0x00_010756,
            0x02_010760,
            0x00_010768,
            0x02_010780,
            0x00_010786,
            0x02_010787,
            0x00_0107B1,
            0x02_0107B2,
            0x00_0107BB,
            0x02_010800,
            0x00_010806,
            0x02_010808,
            0x00_010809,
            0x02_01080A,
            0x00_010836,
            0x02_010837,
            0x00_010839,
            0x02_01083C,
            0x00_01083D,
            0x02_01083F,
            0x00_010856,
            0x02_010860,
            0x00_010877,
            0x02_010880,
            0x00_01089F,
            0x02_0108E0,
            0x00_0108F3,
            0x02_0108F4,
            0x00_0108F6,
            0x02_010900,
            0x00_010916,
            0x02_010920,
            0x00_01093A,
            0x02_010980,
            0x00_0109B8,
            0x02_0109BE,
            0x00_0109C0,
            0x02_010A00,
            0x00_010A04,
            0x02_010A05,
            0x00_010A07,
            0x02_010A0C,
            0x00_010A14,
            0x02_010A15,
            0x00_010A18,
            0x02_010A19,
            0x00_010A36,
            0x02_010A60,
            0x00_010A7D,
            0x02_010A80,
            0x00_010A9D,
            0x02_010AC0,
            0x00_010AC8,
            0x02_010AC9,
            0x00_010AE5,
            0x02_010B00,
            0x00_010B36,
            0x02_010B40,
            0x00_010B56,
            0x02_010B60,
            0x00_010B73,
            0x02_010B80,
            0x00_010B92,
            0x02_010C00,
            0x00_010C49,
            0x02_010C80,
            0x00_010CB3,
            0x02_010CC0,
            0x00_010CF3,
            0x02_010D00,
            0x00_010D28,
            0x01_010D30,
            0x00_010D3A,
            0x01_010D40,
            0x02_010D4A,
            0x00_010D66,
            0x02_010D69,
            0x00_010D6A,
            0x02_010D6F,
            0x00_010D86,
            0x02_010E80,
            0x00_010EAA,
            0x02_010EAB,
            0x00_010EAD,
            0x02_010EB0,
            0x00_010EB2,
            0x02_010EC2,
            0x00_010EC5,
            0x02_010EFC,
            0x00_010EFD,
            0x02_010F00,
            0x00_010F1D,
            0x02_010F27,
            0x00_010F28,
            0x02_010F30,
            0x00_010F46,
            0x02_010F70,
            0x00_010F82,
            0x02_010FB0,
            0x00_010FC5,
            0x02_010FE0,
            0x00_010FF7,
            0x02_011000,
            0x00_011046,
            0x01_011066,
            0x00_011070,
            0x02_011071,
            0x00_011076,
            0x02_011080,
            0x00_0110B9,
            0x02_0110C2,
            0x00_0110C3,
            0x02_0110D0,
            0x00_0110E9,
            0x01_0110F0,
            0x00_0110FA,
            0x02_011100,
            0x00_011133,
            0x01_011136,
            0x00_011140,
            0x02_011144,
            0x00_011148,
            0x02_011150,
            0x00_011173,
            0x02_011176,
            0x00_011177,
            0x02_011180,
            0x00_0111C0,
            0x02_0111C1,
            0x00_0111C5,
            0x02_0111CE,
            0x01_0111D0,
            0x02_0111DA,
            0x00_0111DB,
            0x02_0111DC,
            0x00_0111DD,
            0x02_011200,
            0x00_011212,
            0x02_011213,
            0x00_011235,
            0x02_011237,
            0x00_011238,
            0x02_01123E,
            0x00_011242,
            0x02_011280,
            0x00_011287,
            0x02_011288,
            0x00_011289,
            0x02_01128A,
            0x00_01128E,
            0x02_01128F,
            0x00_01129E,
            0x02_01129F,
            0x00_0112A9,
            0x02_0112B0,
            0x00_0112E9,
            0x01_0112F0,
            0x00_0112FA,
            0x02_011300,
            0x00_011304,
            0x02_011305,
            0x00_01130D,
            0x02_01130F,
            0x00_011311,
            0x02_011313,
            0x00_011329,
            0x02_01132A,
            0x00_011331,
            0x02_011332,
            0x00_011334,
            0x02_011335,
            0x00_01133A,
            0x02_01133D,
            0x00_011345,
            0x02_011347,
            0x00_011349,
            0x02_01134B,
            0x00_01134D,
            0x02_011350,
            0x00_011351,
            0x02_011357,
            0x00_011358,
            0x02_01135D,
            0x00_011364,
            0x02_011380,
            0x00_01138A,
            0x02_01138B,
            0x00_01138C,
            0x02_01138E,
            0x00_01138F,
            0x02_011390,
            0x00_0113B6,
            0x02_0113B7,
            0x00_0113C1,
            0x02_0113C2,
            0x00_0113C3,
            0x02_0113C5,
            0x00_0113C6,
            0x02_0113C7,
            0x00_0113CB,
            0x02_0113CC,
            0x00_0113CE,
            0x02_0113D1,
            0x00_0113D2,
            0x02_0113D3,
            0x00_0113D4,
            0x02_011400,
            0x00_011442,
            0x02_011443,
            0x00_011446,
            0x02_011447,
            0x00_01144B,
            0x01_011450,
            0x00_01145A,
            0x02_01145F,
            0x00_011462,
            0x02_011480,
            0x00_0114C2,
            0x02_0114C4,
            0x00_0114C6,
            0x02_0114C7,
            0x00_0114C8,
            0x01_0114D0,
            0x00_0114DA,
            0x02_011580,
            0x00_0115B6,
            0x02_0115B8,
            0x00_0115BF,
            0x02_0115D8,
            0x00_0115DE,
            0x02_011600,
            0x00_01163F,
            0x02_011640,
            0x00_011641,
            0x02_011644,
            0x00_011645,
            0x01_011650,
            0x00_01165A,
            0x02_011680,
            0x00_0116B6,
            0x02_0116B8,
            0x00_0116B9,
            0x01_0116C0,
            0x00_0116CA,
            0x01_0116D0,
            0x00_0116E4,
            0x02_011700,
            0x00_01171B,
            0x02_01171D,
            0x00_01172B,
            0x01_011730,
            0x00_01173A,
            0x02_011740,
            0x00_011747,
            0x02_011800,
            0x00_011839,
            0x02_0118A0,
            0x01_0118E0,
            0x00_0118EA,
            0x02_0118FF,
            0x00_011907,
            0x02_011909,
            0x00_01190A,
            0x02_01190C,
            0x00_011914,
            0x02_011915,
            0x00_011917,
            0x02_011918,
            0x00_011936,
            0x02_011937,
            0x00_011939,
            0x02_01193B,
            0x00_01193D,
            0x02_01193F,
            0x00_011943,
            0x01_011950,
            0x00_01195A,
            0x02_0119A0,
            0x00_0119A8,
            0x02_0119AA,
            0x00_0119D8,
            0x02_0119DA,
            0x00_0119E0,
            0x02_0119E1,
            0x00_0119E2,
            0x02_0119E3,
            0x00_0119E5,
            0x02_011A00,
            0x00_011A33,
            0x02_011A35,
            0x00_011A3F,
            0x02_011A50,
            0x00_011A98,
            0x02_011A9D,
            0x00_011A9E,
            0x02_011AB0,
            0x00_011AF9,
            0x02_011BC0,
            0x00_011BE1,
            0x01_011BF0,
            0x00_011BFA,
            0x02_011C00,
            0x00_011C09,
            0x02_011C0A,
            0x00_011C37,
            0x02_011C38,
            0x00_011C3F,
            0x02_011C40,
            0x00_011C41,
            0x01_011C50,
            0x00_011C5A,
            0x02_011C72,
            0x00_011C90,
            0x02_011C92,
            0x00_011CA8,
            0x02_011CA9,
            0x00_011CB7,
            0x02_011D00,
            0x00_011D07,
            0x02_011D08,
            0x00_011D0A,
            0x02_011D0B,
            0x00_011D37,
            0x02_011D3A,
            0x00_011D3B,
            0x02_011D3C,
            0x00_011D3E,
            0x02_011D3F,
            0x00_011D42,
            0x02_011D43,
            0x00_011D44,
            0x02_011D46,
            0x00_011D48,
            0x01_011D50,
            0x00_011D5A,
            0x02_011D60,
            0x00_011D66,
            0x02_011D67,
            0x00_011D69,
            0x02_011D6A,
            0x00_011D8F,
            0x02_011D90,
            0x00_011D92,
            0x02_011D93,
            0x00_011D97,
            0x02_011D98,
            0x00_011D99,
            0x01_011DA0,
            0x00_011DAA,
            0x02_011EE0,
            0x00_011EF7,
            0x02_011F00,
            0x00_011F11,
            0x02_011F12,
            0x00_011F3B,
            0x02_011F3E,
            0x00_011F41,
            0x01_011F50,
            0x00_011F5A,
            0x02_011FB0,
            0x00_011FB1,
            0x02_012000,
            0x00_01239A,
            0x02_012400,
            0x00_01246F,
            0x02_012480,
            0x00_012544,
            0x02_012F90,
            0x00_012FF1,
            0x02_013000,
            0x00_013430,
            0x02_013441,
            0x00_013447,
            0x02_013460,
            0x00_0143FB,
            0x02_014400,
            0x00_014647,
            0x02_016100,
            0x00_01612F,
            0x01_016130,
            0x00_01613A,
            0x02_016800,
            0x00_016A39,
            0x02_016A40,
            0x00_016A5F,
            0x01_016A60,
            0x00_016A6A,
            0x02_016A70,
            0x00_016ABF,
            0x01_016AC0,
            0x00_016ACA,
            0x02_016AD0,
            0x00_016AEE,
            0x02_016B00,
            0x00_016B30,
            0x02_016B40,
            0x00_016B44,
            0x01_016B50,
            0x00_016B5A,
            0x02_016B63,
            0x00_016B78,
            0x02_016B7D,
            0x00_016B90,
            0x02_016D40,
            0x00_016D6D,
            0x01_016D70,
            0x00_016D7A,
            0x02_016E40,
            0x00_016E80,
            0x02_016F00,
            0x00_016F4B,
            0x02_016F4F,
            0x00_016F88,
            0x02_016F8F,
            0x00_016FA0,
            0x02_016FE0,
            0x00_016FE2,
            0x02_016FE3,
            0x00_016FE4,
            0x02_016FF0,
            0x00_016FF2,
            0x02_017000,
            0x00_0187F8,
            0x02_018800,
            0x00_018CD6,
            0x02_018CFF,
            0x00_018D09,
            0x02_01AFF0,
            0x00_01AFF4,
            0x02_01AFF5,
            0x00_01AFFC,
            0x02_01AFFD,
            0x00_01AFFF,
            0x02_01B000,
            0x00_01B123,
            0x02_01B132,
            0x00_01B133,
            0x02_01B150,
            0x00_01B153,
            0x02_01B155,
            0x00_01B156,
            0x02_01B164,
            0x00_01B168,
            0x02_01B170,
            0x00_01B2FC,
            0x02_01BC00,
            0x00_01BC6B,
            0x02_01BC70,
            0x00_01BC7D,
            0x02_01BC80,
            0x00_01BC89,
            0x02_01BC90,
            0x00_01BC9A,
            0x02_01BC9E,
            0x00_01BC9F,
            0x01_01CCF0,
            0x00_01CCFA,
            0x02_01D400,
            0x00_01D455,
            0x02_01D456,
            0x00_01D49D,
            0x02_01D49E,
            0x00_01D4A0,
            0x02_01D4A2,
            0x00_01D4A3,
            0x02_01D4A5,
            0x00_01D4A7,
            0x02_01D4A9,
            0x00_01D4AD,
            0x02_01D4AE,
            0x00_01D4BA,
            0x02_01D4BB,
            0x00_01D4BC,
            0x02_01D4BD,
            0x00_01D4C4,
            0x02_01D4C5,
            0x00_01D506,
            0x02_01D507,
            0x00_01D50B,
            0x02_01D50D,
            0x00_01D515,
            0x02_01D516,
            0x00_01D51D,
            0x02_01D51E,
            0x00_01D53A,
            0x02_01D53B,
            0x00_01D53F,
            0x02_01D540,
            0x00_01D545,
            0x02_01D546,
            0x00_01D547,
            0x02_01D54A,
            0x00_01D551,
            0x02_01D552,
            0x00_01D6A6,
            0x02_01D6A8,
            0x00_01D6C1,
            0x02_01D6C2,
            0x00_01D6DB,
            0x02_01D6DC,
            0x00_01D6FB,
            0x02_01D6FC,
            0x00_01D715,
            0x02_01D716,
            0x00_01D735,
            0x02_01D736,
            0x00_01D74F,
            0x02_01D750,
            0x00_01D76F,
            0x02_01D770,
            0x00_01D789,
            0x02_01D78A,
            0x00_01D7A9,
            0x02_01D7AA,
            0x00_01D7C3,
            0x02_01D7C4,
            0x00_01D7CC,
            0x01_01D7CE,
            0x00_01D800,
            0x02_01DF00,
            0x00_01DF1F,
            0x02_01DF25,
            0x00_01DF2B,
            0x02_01E000,
            0x00_01E007,
            0x02_01E008,
            0x00_01E019,
            0x02_01E01B,
            0x00_01E022,
            0x02_01E023,
            0x00_01E025,
            0x02_01E026,
            0x00_01E02B,
            0x02_01E030,
            0x00_01E06E,
            0x02_01E08F,
            0x00_01E090,
            0x02_01E100,
            0x00_01E12D,
            0x02_01E137,
            0x00_01E13E,
            0x01_01E140,
            0x00_01E14A,
            0x02_01E14E,
            0x00_01E14F,
            0x02_01E290,
            0x00_01E2AE,
            0x02_01E2C0,
            0x00_01E2EC,
            0x01_01E2F0,
            0x00_01E2FA,
            0x02_01E4D0,
            0x00_01E4EC,
            0x01_01E4F0,
            0x00_01E4FA,
            0x02_01E5D0,
            0x00_01E5EE,
            0x02_01E5F0,
            0x01_01E5F1,
            0x00_01E5FB,
            0x02_01E7E0,
            0x00_01E7E7,
            0x02_01E7E8,
            0x00_01E7EC,
            0x02_01E7ED,
            0x00_01E7EF,
            0x02_01E7F0,
            0x00_01E7FF,
            0x02_01E800,
            0x00_01E8C5,
            0x02_01E900,
            0x00_01E944,
            0x02_01E947,
            0x00_01E948,
            0x02_01E94B,
            0x00_01E94C,
            0x01_01E950,
            0x00_01E95A,
            0x02_01EE00,
            0x00_01EE04,
            0x02_01EE05,
            0x00_01EE20,
            0x02_01EE21,
            0x00_01EE23,
            0x02_01EE24,
            0x00_01EE25,
            0x02_01EE27,
            0x00_01EE28,
            0x02_01EE29,
            0x00_01EE33,
            0x02_01EE34,
            0x00_01EE38,
            0x02_01EE39,
            0x00_01EE3A,
            0x02_01EE3B,
            0x00_01EE3C,
            0x02_01EE42,
            0x00_01EE43,
            0x02_01EE47,
            0x00_01EE48,
            0x02_01EE49,
            0x00_01EE4A,
            0x02_01EE4B,
            0x00_01EE4C,
            0x02_01EE4D,
            0x00_01EE50,
            0x02_01EE51,
            0x00_01EE53,
            0x02_01EE54,
            0x00_01EE55,
            0x02_01EE57,
            0x00_01EE58,
            0x02_01EE59,
            0x00_01EE5A,
            0x02_01EE5B,
            0x00_01EE5C,
            0x02_01EE5D,
            0x00_01EE5E,
            0x02_01EE5F,
            0x00_01EE60,
            0x02_01EE61,
            0x00_01EE63,
            0x02_01EE64,
            0x00_01EE65,
            0x02_01EE67,
            0x00_01EE6B,
            0x02_01EE6C,
            0x00_01EE73,
            0x02_01EE74,
            0x00_01EE78,
            0x02_01EE79,
            0x00_01EE7D,
            0x02_01EE7E,
            0x00_01EE7F,
            0x02_01EE80,
            0x00_01EE8A,
            0x02_01EE8B,
            0x00_01EE9C,
            0x02_01EEA1,
            0x00_01EEA4,
            0x02_01EEA5,
            0x00_01EEAA,
            0x02_01EEAB,
            0x00_01EEBC,
            0x02_01F130,
            0x00_01F14A,
            0x02_01F150,
            0x00_01F16A,
            0x02_01F170,
            0x00_01F18A,
            0x01_01FBF0,
            0x00_01FBFA,
            0x02_020000,
            0x00_02A6E0,
            0x02_02A700,
            0x00_02B73A,
            0x02_02B740,
            0x00_02B81E,
            0x02_02B820,
            0x00_02CEA2,
            0x02_02CEB0,
            0x00_02EBE1,
            0x02_02EBF0,
            0x00_02EE5E,
            0x02_02F800,
            0x00_02FA1E,
            0x02_030000,
            0x00_03134B,
            0x02_031350,
            0x00_0323B0,
        ],
        start: 3,
        accepting: 4,
        next: Next::Narrow(&[
            [0, 4, 0],
            [0, 0, 2],
            [0, 0, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `[^\p{ASCII}]` is found in the text.
pub(crate) const fn pattern_390(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, contains_any};
    const CLASS: Class = Class::not("\0-\u{7f}");
    contains_any(text, &CLASS)
}

/// Whether the pattern `\p{Emoji_Presentation}` is found in the text.
pub(crate) const fn pattern_391(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<2> = Dfa {
        ascii: &classes(&[]),
        others: &[
            0x00_000080,
            0x01_00231A,
            0x00_00231C,
            0x01_0023E9,
            0x00_0023ED,
            0x01_0023F0,
            0x00_0023F1,
            0x01_0023F3,
            0x00_0023F4,
            0x01_0025FD,
            0x00_0025FF,
            0x01_002614,
            0x00_002616,
            0x01_002648,
            0x00_002654,
            0x01_00267F,
            0x00_002680,
            0x01_002693,
            0x00_002694,
            0x01_0026A1,
            0x00_0026A2,
            0x01_0026AA,
            0x00_0026AC,
            0x01_0026BD,
            0x00_0026BF,
            0x01_0026C4,
            0x00_0026C6,
            0x01_0026CE,
            0x00_0026CF,
            0x01_0026D4,
            0x00_0026D5,
            0x01_0026EA,
            0x00_0026EB,
            0x01_0026F2,
            0x00_0026F4,
            0x01_0026F5,
            0x00_0026F6,
            0x01_0026FA,
            0x00_0026FB,
            0x01_0026FD,
            0x00_0026FE,
            0x01_002705,
            0x00_002706,
            0x01_00270A,
            0x00_00270C,
            0x01_002728,
            0x00_002729,
            0x01_00274C,
            0x00_00274D,
            0x01_00274E,
            0x00_00274F,
            0x01_002753,
            0x00_002756,
            0x01_002757,
            0x00_002758,
            0x01_002795,
            0x00_002798,
            0x01_0027B0,
            0x00_0027B1,
            0x01_0027BF,
            0x00_0027C0,
            0x01_002B1B,
            0x00_002B1D,
            0x01_002B50,
            0x00_002B51,
            0x01_002B55,
            0x00_002B56,
            0x01_01F004,
            0x00_01F005,
            0x01_01F0CF,
            0x00_01F0D0,
            0x01_01F18E,
            0x00_01F18F,
            0x01_01F191,
            0x00_01F19B,
            0x01_01F1E6,
            0x00_01F200,
            0x01_01F201,
            0x00_01F202,
            0x01_01F21A,
            0x00_01F21B,
            0x01_01F22F,
            0x00_01F230,
            0x01_01F232,
            0x00_01F237,
            0x01_01F238,
            0x00_01F23B,
            0x01_01F250,
            0x00_01F252,
            0x01_01F300,
            0x00_01F321,
            0x01_01F32D,
            0x00_01F336,
            0x01_01F337,
            0x00_01F37D,
            0x01_01F37E,
            0x00_01F394,
            0x01_01F3A0,
            0x00_01F3CB,
            0x01_01F3CF,
            0x00_01F3D4,
            0x01_01F3E0,
            0x00_01F3F1,
            0x01_01F3F4,
            0x00_01F3F5,
            0x01_01F3F8,
            0x00_01F43F,
            0x01_01F440,
            0x00_01F441,
            0x01_01F442,
            0x00_01F4FD,
            0x01_01F4FF,
            0x00_01F53E,
            0x01_01F54B,
            0x00_01F54F,
            0x01_01F550,
            0x00_01F568,
            0x01_01F57A,
            0x00_01F57B,
            0x01_01F595,
            0x00_01F597,
            0x01_01F5A4,
            0x00_01F5A5,
            0x01_01F5FB,
            0x00_01F650,
            0x01_01F680,
            0x00_01F6C6,
            0x01_01F6CC,
            0x00_01F6CD,
            0x01_01F6D0,
            0x00_01F6D3,
            0x01_01F6D5,
            0x00_01F6D8,
            0x01_01F6DC,
            0x00_01F6E0,
            0x01_01F6EB,
            0x00_01F6ED,
            0x01_01F6F4,
            0x00_01F6FD,
            0x01_01F7E0,
            0x00_01F7EC,
            0x01_01F7F0,
            0x00_01F7F1,
            0x01_01F90C,
            0x00_01F93B,
            0x01_01F93C,
            0x00_01F946,
            0x01_01F947,
            0x00_01FA00,
            0x01_01FA70,
            0x00_01FA7D,
            0x01_01FA80,
            0x00_01FA8A,
            0x01_01FA8F,
            0x00_01FAC7,
            0x01_01FACE,
            0x00_01FADD,
            0x01_01FADF,
            0x00_01FAEA,
            0x01_01FAF0,
            0x00_01FAF9,
        ],
        start: 2,
        accepting: 3,
        next: Next::Narrow(&[[
            2,
            1,
        ]]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^\p{Any}$` is found in the text.
pub(crate) const fn pattern_392(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{ANY, Scan};
    let mut scan = Scan::new(text);
    scan.exactly(1, &ANY) && scan.is_at_end()
}

/// Whether the pattern `^\p{Zs}*$` is found in the text.
pub(crate) const fn pattern_393(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of(" \u{a0}\u{1680}\u{2000}-\u{200a}\u{202f}\u{205f}\u{3000}");
    let mut scan = Scan::new(text);
    scan.at_least(0, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[^\p{Lu}]$` is found in the text.
pub(crate) const fn pattern_394(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<2> = Dfa {
        ascii: &classes(&["A-Z"]),
        others: &[
            0x00_000080,
            0x01_0000C0,
            0x00_0000D7,
            0x01_0000D8,
            0x00_0000DF,
            0x01_000100,
            0x00_000101,
            0x01_000102,
            0x00_000103,
            0x01_000104,
            0x00_000105,
            0x01_000106,
            0x00_000107,
            0x01_000108,
            0x00_000109,
            0x01_00010A,
            0x00_00010B,
            0x01_00010C,
            0x00_00010D,
            0x01_00010E,
            0x00_00010F,
            0x01_000110,
            0x00_000111,
            0x01_000112,
            0x00_000113,
            0x01_000114,
            0x00_000115,
            0x01_000116,
            0x00_000117,
            0x01_000118,
            0x00_000119,
            0x01_00011A,
            0x00_00011B,
            0x01_00011C,
            0x00_00011D,
            0x01_00011E,
            0x00_00011F,
            0x01_000120,
            0x00_000121,
            0x01_000122,
            0x00_000123,
            0x01_000124,
            0x00_000125,
            0x01_000126,
            0x00_000127,
            0x01_000128,
            0x00_000129,
            0x01_00012A,
            0x00_00012B,
            0x01_00012C,
            0x00_00012D,
            0x01_00012E,
            0x00_00012F,
            0x01_000130,
            0x00_000131,
            0x01_000132,
            0x00_000133,
            0x01_000134,
            0x00_000135,
            0x01_000136,
            0x00_000137,
            0x01_000139,
            0x00_00013A,
            0x01_00013B,
            0x00_00013C,
            0x01_00013D,
            0x00_00013E,
            0x01_00013F,
            0x00_000140,
            0x01_000141,
            0x00_000142,
            0x01_000143,
            0x00_000144,
            0x01_000145,
            0x00_000146,
            0x01_000147,
            0x00_000148,
            0x01_00014A,
            0x00_00014B,
            0x01_00014C,
            0x00_00014D,
            0x01_00014E,
            0x00_00014F,
            0x01_000150,
            0x00_000151,
            0x01_000152,
            0x00_000153,
            0x01_000154,
            0x00_000155,
            0x01_000156,
            0x00_000157,
            0x01_000158,
            0x00_000159,
            0x01_00015A,
            0x00_00015B,
            0x01_00015C,
            0x00_00015D,
            0x01_00015E,
            0x00_00015F,
            0x01_000160,
            0x00_000161,
            0x01_000162,
            0x00_000163,
            0x01_000164,
            0x00_000165,
            0x01_000166,
            0x00_000167,
            0x01_000168,
            0x00_000169,
            0x01_00016A,
            0x00_00016B,
            0x01_00016C,
            0x00_00016D,
            0x01_00016E,
            0x00_00016F,
            0x01_000170,
            0x00_000171,
            0x01_000172,
            0x00_000173,
            0x01_000174,
            0x00_000175,
            0x01_000176,
            0x00_000177,
            0x01_000178,
            0x00_00017A,
            0x01_00017B,
            0x00_00017C,
            0x01_00017D,
            0x00_00017E,
            0x01_000181,
            0x00_000183,
            0x01_000184,
            0x00_000185,
            0x01_000186,
            0x00_000188,
            0x01_000189,
            0x00_00018C,
            0x01_00018E,
            0x00_000192,
            0x01_000193,
            0x00_000195,
            0x01_000196,
            0x00_000199,
            0x01_00019C,
            0x00_00019E,
            0x01_00019F,
            0x00_0001A1,
            0x01_0001A2,
            0x00_0001A3,
            0x01_0001A4,
            0x00_0001A5,
            0x01_0001A6,
            0x00_0001A8,
            0x01_0001A9,
            0x00_0001AA,
            0x01_0001AC,
            0x00_0001AD,
            0x01_0001AE,
            0x00_0001B0,
            0x01_0001B1,
            0x00_0001B4,
            0x01_0001B5,
            0x00_0001B6,
            0x01_0001B7,
            0x00_0001B9,
            0x01_0001BC,
            0x00_0001BD,
            0x01_0001C4,
            0x00_0001C5,
            0x01_0001C7,
            0x00_0001C8,
            0x01_0001CA,
            0x00_0001CB,
            0x01_0001CD,
            0x00_0001CE,
            0x01_0001CF,
            0x00_0001D0,
            0x01_0001D1,
            0x00_0001D2,
            0x01_0001D3,
            0x00_0001D4,
            0x01_0001D5,
            0x00_0001D6,
            0x01_0001D7,
            0x00_0001D8,
            0x01_0001D9,
            0x00_0001DA,
            0x01_0001DB,
            0x00_0001DC,
            0x01_0001DE,
            0x00_0001DF,
            0x01_0001E0,
            0x00_0001E1,
            0x01_0001E2,
            0x00_0001E3,
            0x01_0001E4,
            0x00_0001E5,
            0x01_0001E6,
            0x00_0001E7,
            0x01_0001E8,
            0x00_0001E9,
            0x01_0001EA,
            0x00_0001EB,
            0x01_0001EC,
            0x00_0001ED,
            0x01_0001EE,
            0x00_0001EF,
            0x01_0001F1,
            0x00_0001F2,
            0x01_0001F4,
            0x00_0001F5,
            0x01_0001F6,
            0x00_0001F9,
            0x01_0001FA,
            0x00_0001FB,
            0x01_0001FC,
            0x00_0001FD,
            0x01_0001FE,
            0x00_0001FF,
            0x01_000200,
            0x00_000201,
            0x01_000202,
            0x00_000203,
            0x01_000204,
            0x00_000205,
            0x01_000206,
            0x00_000207,
            0x01_000208,
            0x00_000209,
            0x01_00020A,
            0x00_00020B,
            0x01_00020C,
            0x00_00020D,
            0x01_00020E,
            0x00_00020F,
            0x01_000210,
            0x00_000211,
            0x01_000212,
            0x00_000213,
            0x01_000214,
            0x00_000215,
            0x01_000216,
            0x00_000217,
            0x01_000218,
            0x00_000219,
            0x01_00021A,
            0x00_00021B,
            0x01_00021C,
            0x00_00021D,
            0x01_00021E,
            0x00_00021F,
            0x01_000220,
            0x00_000221,
            0x01_000222,
            0x00_000223,
            0x01_000224,
            0x00_000225,
            0x01_000226,
            0x00_000227,
            0x01_000228,
            0x00_000229,
            0x01_00022A,
            0x00_00022B,
            0x01_00022C,
            0x00_00022D,
            0x01_00022E,
            0x00_00022F,
            0x01_000230,
            0x00_000231,
            0x01_000232,
            0x00_000233,
            0x01_00023A,
            0x00_00023C,
            0x01_00023D,
            0x00_00023F,
            0x01_000241,
            0x00_000242,
            0x01_000243,
            0x00_000247,
            0x01_000248,
            0x00_000249,
            0x01_00024A,
            0x00_00024B,
            0x01_00024C,
            0x00_00024D,
            0x01_00024E,
            0x00_00024F,
            0x01_000370,
            0x00_000371,
            0x01_000372,
            0x00_000373,
            0x01_000376,
            0x00_000377,
            0x01_00037F,
            0x00_000380,
            0x01_000386,
            0x00_000387,
            0x01_000388,
            0x00_00038B,
            0x01_00038C,
            0x00_00038D,
            0x01_00038E,
            0x00_000390,
            0x01_000391,
            0x00_0003A2,
            0x01_0003A3,
            0x00_0003AC,
            0x01_0003CF,
            0x00_0003D0,
            0x01_0003D2,
            0x00_0003D5,
            0x01_0003D8,
            0x00_0003D9,
            0x01_0003DA,
            0x00_0003DB,
            0x01_0003DC,
            0x00_0003DD,
            0x01_0003DE,
            0x00_0003DF,
            0x01_0003E0,
            0x00_0003E1,
            0x01_0003E2,
            0x00_0003E3,
            0x01_0003E4,
            0x00_0003E5,
            0x01_0003E6,
            0x00_0003E7,
            0x01_0003E8,
            0x00_0003E9,
            0x01_0003EA,
            0x00_0003EB,
            0x01_0003EC,
            0x00_0003ED,
            0x01_0003EE,
            0x00_0003EF,
            0x01_0003F4,
            0x00_0003F5,
            0x01_0003F7,
            0x00_0003F8,
            0x01_0003F9,
            0x00_0003FB,
            0x01_0003FD,
            0x00_000430,
            0x01_000460,
            0x00_000461,
            0x01_000462,
            0x00_000463,
            0x01_000464,
            0x00_000465,
            0x01_000466,
            0x00_000467,
            0x01_000468,
            0x00_000469,
            0x01_00046A,
            0x00_00046B,
            0x01_00046C,
            0x00_00046D,
            0x01_00046E,
            0x00_00046F,
            0x01_000470,
            0x00_000471,
            0x01_000472,
            0x00_000473,
            0x01_000474,
            0x00_000475,
            0x01_000476,
            0x00_000477,
            0x01_000478,
            0x00_000479,
            0x01_00047A,
            0x00_00047B,
            0x01_00047C,
            0x00_00047D,
            0x01_00047E,
            0x00_00047F,
            0x01_000480,
            0x00_000481,
            0x01_00048A,
            0x00_00048B,
            0x01_00048C,
            0x00_00048D,
            0x01_00048E,
            0x00_00048F,
            0x01_000490,
            0x00_000491,
            0x01_000492,
            0x00_000493,
            0x01_000494,
            0x00_000495,
            0x01_000496,
            0x00_000497,
            0x01_000498,
            0x00_000499,
            0x01_00049A,
            0x00_00049B,
            0x01_00049C,
            0x00_00049D,
            0x01_00049E,
            0x00_00049F,
            0x01_0004A0,
            0x00_0004A1,
            0x01_0004A2,
            0x00_0004A3,
            0x01_0004A4,
            0x00_0004A5,
            0x01_0004A6,
            0x00_0004A7,
            0x01_0004A8,
            0x00_0004A9,
            0x01_0004AA,
            0x00_0004AB,
            0x01_0004AC,
            0x00_0004AD,
            0x01_0004AE,
            0x00_0004AF,
            0x01_0004B0,
            0x00_0004B1,
            0x01_0004B2,
            0x00_0004B3,
            0x01_0004B4,
            0x00_0004B5,
            0x01_0004B6,
            0x00_0004B7,
            0x01_0004B8,
            0x00_0004B9,
            0x01_0004BA,
            0x00_0004BB,
            0x01_0004BC,
            0x00_0004BD,
            0x01_0004BE,
            0x00_0004BF,
            0x01_0004C0,
            0x00_0004C2,
            0x01_0004C3,
            0x00_0004C4,
            0x01_0004C5,
            0x00_0004C6,
            0x01_0004C7,
            0x00_0004C8,
            0x01_0004C9,
            0x00_0004CA,
            0x01_0004CB,
            0x00_0004CC,
            0x01_0004CD,
            0x00_0004CE,
            0x01_0004D0,
            0x00_0004D1,
            0x01_0004D2,
            0x00_0004D3,
            0x01_0004D4,
            0x00_0004D5,
            0x01_0004D6,
            0x00_0004D7,
            0x01_0004D8,
            0x00_0004D9,
            0x01_0004DA,
            0x00_0004DB,
            0x01_0004DC,
            0x00_0004DD,
            0x01_0004DE,
            0x00_0004DF,
            0x01_0004E0,
            0x00_0004E1,
            0x01_0004E2,
            0x00_0004E3,
            0x01_0004E4,
            0x00_0004E5,
            0x01_0004E6,
            0x00_0004E7,
            0x01_0004E8,
            0x00_0004E9,
            0x01_0004EA,
            0x00_0004EB,
            0x01_0004EC,
            0x00_0004ED,
            0x01_0004EE,
            0x00_0004EF,
            0x01_0004F0,
            0x00_0004F1,
            0x01_0004F2,
            0x00_0004F3,
            0x01_0004F4,
            0x00_0004F5,
            0x01_0004F6,
            0x00_0004F7,
            0x01_0004F8,
            0x00_0004F9,
            0x01_0004FA,
            0x00_0004FB,
            0x01_0004FC,
            0x00_0004FD,
            0x01_0004FE,
            0x00_0004FF,
            0x01_000500,
            0x00_000501,
            0x01_000502,
            0x00_000503,
            0x01_000504,
            0x00_000505,
            0x01_000506,
            0x00_000507,
            0x01_000508,
            0x00_000509,
            0x01_00050A,
            0x00_00050B,
            0x01_00050C,
            0x00_00050D,
            0x01_00050E,
            0x00_00050F,
            0x01_000510,
            0x00_000511,
            0x01_000512,
            0x00_000513,
            0x01_000514,
            0x00_000515,
            0x01_000516,
            0x00_000517,
            0x01_000518,
            0x00_000519,
            0x01_00051A,
            0x00_00051B,
            0x01_00051C,
            0x00_00051D,
            0x01_00051E,
            0x00_00051F,
            0x01_000520,
            0x00_000521,
            0x01_000522,
            0x00_000523,
            0x01_000524,
            0x00_000525,
            0x01_000526,
            0x00_000527,
            0x01_000528,
            0x00_000529,
            0x01_00052A,
            0x00_00052B,
            0x01_00052C,
            0x00_00052D,
            0x01_00052E,
            0x00_00052F,
            0x01_000531,
            0x00_000557,
            0x01_0010A0,
            0x00_0010C6,
            0x01_0010C7,
            0x00_0010C8,
            0x01_0010CD,
            0x00_0010CE,
            0x01_0013A0,
            0x00_0013F6,
            0x01_001C89,
            0x00_001C8A,
            0x01_001C90,
            0x00_001CBB,
            0x01_001CBD,
            0x00_001CC0,
            0x01_001E00,
            0x00_001E01,
            0x01_001E02,
            0x00_001E03,
            0x01_001E04,
            0x00_001E05,
            0x01_001E06,
            0x00_001E07,
            0x01_001E08,
            0x00_001E09,
            0x01_001E0A,
            0x00_001E0B,
            0x01_001E0C,
            0x00_001E0D,
            0x01_001E0E,
            0x00_001E0F,
            0x01_001E10,
            0x00_001E11,
            0x01_001E12,
            0x00_001E13,
            0x01_001E14,
            0x00_001E15,
            0x01_001E16,
            0x00_001E17,
            0x01_001E18,
            0x00_001E19,
            0x01_001E1A,
            0x00_001E1B,
            0x01_001E1C,
            0x00_001E1D,
            0x01_001E1E,
            0x00_001E1F,
            0x01_001E20,
            0x00_001E21,
            0x01_001E22,
            0x00_001E23,
            0x01_001E24,
            0x00_001E25,
            0x01_001E26,
            0x00_001E27,
            0x01_001E28,
            0x00_001E29,
            0x01_001E2A,
            0x00_001E2B,
            0x01_001E2C,
            0x00_001E2D,
            0x01_001E2E,
            0x00_001E2F,
            0x01_001E30,
            0x00_001E31,
            0x01_001E32,
            0x00_001E33,
            0x01_001E34,
            0x00_001E35,
            0x01_001E36,
            0x00_001E37,
            0x01_001E38,
            0x00_001E39,
            0x01_001E3A,
            0x00_001E3B,
            0x01_001E3C,
            0x00_001E3D,
            0x01_001E3E,
            0x00_001E3F,
            0x01_001E40,
            0x00_001E41,
            0x01_001E42,
            0x00_001E43,
            0x01_001E44,
            0x00_001E45,
            0x01_001E46,
            0x00_001E47,
            0x01_001E48,
            0x00_001E49,
            0x01_001E4A,
            0x00_001E4B,
            0x01_001E4C,
            0x00_001E4D,
            0x01_001E4E,
            0x00_001E4F,
            0x01_001E50,
            0x00_001E51,
            0x01_001E52,
            0x00_001E53,
            0x01_001E54,
            0x00_001E55,
            0x01_001E56,
            0x00_001E57,
            0x01_001E58,
            0x00_001E59,
            0x01_001E5A,
            0x00_001E5B,
            0x01_001E5C,
            0x00_001E5D,
            0x01_001E5E,
            0x00_001E5F,
            0x01_001E60,
            0x00_001E61,
            0x01_001E62,
            0x00_001E63,
            0x01_001E64,
            0x00_001E65,
            0x01_001E66,
            0x00_001E67,
            0x01_001E68,
            0x00_001E69,
            0x01_001E6A,
            0x00_001E6B,
            0x01_001E6C,
            0x00_001E6D,
            0x01_001E6E,
            0x00_001E6F,
            0x01_001E70,
            0x00_001E71,
            0x01_001E72,
            0x00_001E73,
            0x01_001E74,
            0x00_001E75,
            0x01_001E76,
            0x00_001E77,
            0x01_001E78,
            0x00_001E79,
            0x01_001E7A,
            0x00_001E7B,
            0x01_001E7C,
            0x00_001E7D,
            0x01_001E7E,
            0x00_001E7F,
            0x01_001E80,
            0x00_001E81,
            0x01_001E82,
            0x00_001E83,
            0x01_001E84,
            0x00_001E85,
            0x01_001E86,
            0x00_001E87,
            0x01_001E88,
            0x00_001E89,
            0x01_001E8A,
            0x00_001E8B,
            0x01_001E8C,
            0x00_001E8D,
            0x01_001E8E,
            0x00_001E8F,
            0x01_001E90,
            0x00_001E91,
            0x01_001E92,
            0x00_001E93,
            0x01_001E94,
            0x00_001E95,
            0x01_001E9E,
            0x00_001E9F,
            0x01_001EA0,
            0x00_001EA1,
            0x01_001EA2,
            0x00_001EA3,
            0x01_001EA4,
            0x00_001EA5,
            0x01_001EA6,
            0x00_001EA7,
            0x01_001EA8,
            0x00_001EA9,
            0x01_001EAA,
            0x00_001EAB,
            0x01_001EAC,
            0x00_001EAD,
            0x01_001EAE,
            0x00_001EAF,
            0x01_001EB0,
            0x00_001EB1,
            0x01_001EB2,
            0x00_001EB3,
            0x01_001EB4,
            0x00_001EB5,
            0x01_001EB6,
            0x00_001EB7,
            0x01_001EB8,
            0x00_001EB9,
            0x01_001EBA,
            0x00_001EBB,
            0x01_001EBC,
            0x00_001EBD,
            0x01_001EBE,
            0x00_001EBF,
            0x01_001EC0,
            0x00_001EC1,
            0x01_001EC2,
            0x00_001EC3,
            0x01_001EC4,
            0x00_001EC5,
            0x01_001EC6,
            0x00_001EC7,
            0x01_001EC8,
            0x00_001EC9,
            0x01_001ECA,
            0x00_001ECB,
            0x01_001ECC,
            0x00_001ECD,
            0x01_001ECE,
            0x00_001ECF,
            0x01_001ED0,
            0x00_001ED1,
            0x01_001ED2,
            0x00_001ED3,
            0x01_001ED4,
            0x00_001ED5,
            0x01_001ED6,
            0x00_001ED7,
            0x01_001ED8,
            0x00_001ED9,
            0x01_001EDA,
            0x00_001EDB,
            0x01_001EDC,
            0x00_001EDD,
            0x01_001EDE,
            0x00_001EDF,
            0x01_001EE0,
            0x00_001EE1,
            0x01_001EE2,
            0x00_001EE3,
            0x01_001EE4,
            0x00_001EE5,
            0x01_001EE6,
            0x00_001EE7,
            0x01_001EE8,
            0x00_001EE9,
            0x01_001EEA,
            0x00_001EEB,
            0x01_001EEC,
            0x00_001EED,
            0x01_001EEE,
            0x00_001EEF,
            0x01_001EF0,
            0x00_001EF1,
            0x01_001EF2,
            0x00_001EF3,
            0x01_001EF4,
            0x00_001EF5,
            0x01_001EF6,
            0x00_001EF7,
            0x01_001EF8,
            0x00_001EF9,
            0x01_001EFA,
            0x00_001EFB,
            0x01_001EFC,
            0x00_001EFD,
            0x01_001EFE,
            0x00_001EFF,
            0x01_001F08,
            0x00_001F10,
            0x01_001F18,
            0x00_001F1E,
            0x01_001F28,
            0x00_001F30,
            0x01_001F38,
            0x00_001F40,
            0x01_001F48,
            0x00_001F4E,
            0x01_001F59,
            0x00_001F5A,
            0x01_001F5B,
            0x00_001F5C,
            0x01_001F5D,
            0x00_001F5E,
            0x01_001F5F,
            0x00_001F60,
            0x01_001F68,
            0x00_001F70,
            0x01_001FB8,
            0x00_001FBC,
            0x01_001FC8,
            0x00_001FCC,
            0x01_001FD8,
            0x00_001FDC,
            0x01_001FE8,
            0x00_001FED,
            0x01_001FF8,
            0x00_001FFC,
            0x01_002102,
            0x00_002103,
            0x01_002107,
            0x00_002108,
            0x01_00210B,
            0x00_00210E,
            0x01_002110,
            0x00_002113,
            0x01_002115,
            0x00_002116,
            0x01_002119,
            0x00_00211E,
            0x01_002124,
            0x00_002125,
            0x01_002126,
            0x00_002127,
            0x01_002128,
            0x00_002129,
            0x01_00212A,
            0x00_00212E,
            0x01_002130,
            0x00_002134,
            0x01_00213E,
            0x00_002140,
            0x01_002145,
            0x00_002146,
            0x01_002183,
            0x00_002184,
            0x01_002C00,
            0x00_002C30,
            0x01_002C60,
            0x00_002C61,
            0x01_002C62,
            0x00_002C65,
            0x01_002C67,
            0x00_002C68,
            0x01_002C69,
            0x00_002C6A,
            0x01_002C6B,
            0x00_002C6C,
            0x01_002C6D,
            0x00_002C71,
            0x01_002C72,
            0x00_002C73,
            0x01_002C75,
            0x00_002C76,
            0x01_002C7E,
            0x00_002C81,
            0x01_002C82,
            0x00_002C83,
            0x01_002C84,
            0x00_002C85,
            0x01_002C86,
            0x00_002C87,
            0x01_002C88,
            0x00_002C89,
            0x01_002C8A,
            0x00_002C8B,
            0x01_002C8C,
            0x00_002C8D,
            0x01_002C8E,
            0x00_002C8F,
            0x01_002C90,
            0x00_002C91,
            0x01_002C92,
            0x00_002C93,
            0x01_002C94,
            0x00_002C95,
            0x01_002C96,
            0x00_002C97,
            0x01_002C98,
            0x00_002C99,
            0x01_002C9A,
            0x00_002C9B,
            0x01_002C9C,
            0x00_002C9D,
            0x01_002C9E,
            0x00_002C9F,
            0x01_002CA0,
            0x00_002CA1,
            0x01_002CA2,
            0x00_002CA3,
            0x01_002CA4,
            0x00_002CA5,
            0x01_002CA6,
            0x00_002CA7,
            0x01_002CA8,
            0x00_002CA9,
            0x01_002CAA,
            0x00_002CAB,
            0x01_002CAC,
            0x00_002CAD,
            0x01_002CAE,
            0x00_002CAF,
            0x01_002CB0,
            0x00_002CB1,
            0x01_002CB2,
            0x00_002CB3,
            0x01_002CB4,
            0x00_002CB5,
            0x01_002CB6,
            0x00_002CB7,
            0x01_002CB8,
            0x00_002CB9,
            0x01_002CBA,
            0x00_002CBB,
            0x01_002CBC,
            0x00_002CBD,
            0x01_002CBE,
            0x00_002CBF,
            0x01_002CC0,
            0x00_002CC1,
            0x01_002CC2,
            0x00_002CC3,
            0x01_002CC4,
            0x00_002CC5,
            0x01_002CC6,
            0x00_002CC7,
            0x01_002CC8,
            0x00_002CC9,
            0x01_002CCA,
            0x00_002CCB,
            0x01_002CCC,
            0x00_002CCD,
            0x01_002CCE,
            0x00_002CCF,
            0x01_002CD0,
            0x00_002CD1,
            0x01_002CD2,
            0x00_002CD3,
            0x01_002CD4,
            0x00_002CD5,
            0x01_002CD6,
            0x00_002CD7,
            0x01_002CD8,
            0x00_002CD9,
            0x01_002CDA,
            0x00_002CDB,
            0x01_002CDC,
            0x00_002CDD,
            0x01_002CDE,
            0x00_002CDF,
            0x01_002CE0,
            0x00_002CE1,
            0x01_002CE2,
            0x00_002CE3,
            0x01_002CEB,
            0x00_002CEC,
            0x01_002CED,
            0x00_002CEE,
            0x01_002CF2,
            0x00_002CF3,
            0x01_00A640,
            0x00_00A641,
            0x01_00A642,
            0x00_00A643,
            0x01_00A644,
            0x00_00A645,
            0x01_00A646,
            0x00_00A647,
            0x01_00A648,
            0x00_00A649,
            0x01_00A64A,
            0x00_00A64B,
            0x01_00A64C,
            0x00_00A64D,
            0x01_00A64E,
            0x00_00A64F,
            0x01_00A650,
            0x00_00A651,
            0x01_00A652,
            0x00_00A653,
            0x01_00A654,
            0x00_00A655,
            0x01_00A656,
            0x00_00A657,
            0x01_00A658,
            0x00_00A659,
            0x01_00A65A,
            0x00_00A65B,
            0x01_00A65C,
            0x00_00A65D,
            0x01_00A65E,
            0x00_00A65F,
            0x01_00A660,
            0x00_00A661,
            0x01_00A662,
            0x00_00A663,
            0x01_00A664,
            0x00_00A665,
            0x01_00A666,
            0x00_00A667,
            0x01_00A668,
            0x00_00A669,
            0x01_00A66A,
            0x00_00A66B,
            0x01_00A66C,
            0x00_00A66D,
            0x01_00A680,
            0x00_00A681,
            0x01_00A682,
            0x00_00A683,
            0x01_00A684,
            0x00_00A685,
            0x01_00A686,
            0x00_00A687,
            0x01_00A688,
            0x00_00A689,
            0x01_00A68A,
            0x00_00A68B,
            0x01_00A68C,
            0x00_00A68D,
            0x01_00A68E,
            0x00_00A68F,
            0x01_00A690,
            0x00_00A691,
            0x01_00A692,
            0x00_00A693,
            0x01_00A694,
            0x00_00A695,
            0x01_00A696,
            0x00_00A697,
            0x01_00A698,
            0x00_00A699,
            0x01_00A69A,
            0x00_00A69B,
            0x01_00A722,
            0x00_00A723,
            0x01_00A724,
            0x00_00A725,
            0x01_00A726,
            0x00_00A727,
            0x01_00A728,
            0x00_00A729,
            0x01_00A72A,
            0x00_00A72B,
            0x01_00A72C,
            0x00_00A72D,
            0x01_00A72E,
            0x00_00A72F,
            0x01_00A732,
            0x00_00A733,
            0x01_00A734,
            0x00_00A735,
            0x01_00A736,
            0x00_00A737,
            0x01_00A738,
            0x00_00A739,
            0x01_00A73A,
            0x00_00A73B,
            0x01_00A73C,
            0x00_00A73D,
            0x01_00A73E,
            0x00_00A73F,
            0x01_00A740,
            0x00_00A741,
            0x01_00A742,
            0x00_00A743,
            0x01_00A744,
            0x00_00A745,
            0x01_00A746,
            0x00_00A747,
            0x01_00A748,
            0x00_00A749,
            0x01_00A74A,
            0x00_00A74B,
            0x01_00A74C,
            0x00_00A74D,
            0x01_00A74E,
            0x00_00A74F,
            0x01_00A750,
            0x00_00A751,
            0x01_00A752,
            0x00_00A753,
            0x01_00A754,
            0x00_00A755,
            0x01_00A756,
            0x00_00A757,
            0x01_00A758,
            0x00_00A759,
            0x01_00A75A,
            0x00_00A75B,
            0x01_00A75C,
            0x00_00A75D,
            0x01_00A75E,
            0x00_00A75F,
            0x01_00A760,
            0x00_00A761,
            0x01_00A762,
            0x00_00A763,
            0x01_00A764,
            0x00_00A765,
            0x01_00A766,
            0x00_00A767,
            0x01_00A768,
            0x00_00A769,
            0x01_00A76A,
            0x00_00A76B,
            0x01_00A76C,
            0x00_00A76D,
            0x01_00A76E,
            0x00_00A76F,
            0x01_00A779,
            0x00_00A77A,
            0x01_00A77B,
            0x00_00A77C,
            0x01_00A77D,
            0x00_00A77F,
            0x01_00A780,
            0x00_00A781,
            0x01_00A782,
            0x00_00A783,
            0x01_00A784,
            0x00_00A785,
            0x01_00A786,
            0x00_00A787,
            0x01_00A78B,
            0x00_00A78C,
            0x01_00A78D,
            0x00_00A78E,
            0x01_00A790,
            0x00_00A791,
            0x01_00A792,
            0x00_00A793,
            0x01_00A796,
            0x00_00A797,
            0x01_00A798,
            0x00_00A799,
            0x01_00A79A,
            0x00_00A79B,
            0x01_00A79C,
            0x00_00A79D,
            0x01_00A79E,
            0x00_00A79F,
            0x01_00A7A0,
            0x00_00A7A1,
            0x01_00A7A2,
            0x00_00A7A3,
            0x01_00A7A4,
            0x00_00A7A5,
            0x01_00A7A6,
            0x00_00A7A7,
            0x01_00A7A8,
            0x00_00A7A9,
            0x01_00A7AA,
            0x00_00A7AF,
            0x01_00A7B0,
            0x00_00A7B5,
            0x01_00A7B6,
            0x00_00A7B7,
            0x01_00A7B8,
            0x00_00A7B9,
            0x01_00A7BA,
            0x00_00A7BB,
            0x01_00A7BC,
            0x00_00A7BD,
            0x01_00A7BE,
            0x00_00A7BF,
            0x01_00A7C0,
            0x00_00A7C1,
            0x01_00A7C2,
            0x00_00A7C3,
            0x01_00A7C4,
            0x00_00A7C8,
            0x01_00A7C9,
            0x00_00A7CA,
            0x01_00A7CB,
            0x00_00A7CD,
            0x01_00A7D0,
            0x00_00A7D1,
            0x01_00A7D6,
            0x00_00A7D7,
            0x01_00A7D8,
            0x00_00A7D9,
            0x01_00A7DA,
            0x00_00A7DB,
            0x01_00A7DC,
            0x00_00A7DD,
            0x01_00A7F5,
            0x00_00A7F6,
            0x01_00FF21,
            0x00_00FF3B,
            0x01_010400,
            0x00_010428,
            0x01_0104B0,
            0x00_0104D4,
            0x01_010570,
            0x00_01057B,
            0x01_01057C,
            0x00_01058B,
            0x01_01058C,
            0x00_010593,
            0x01_010594,
            0x00_010596,
            0x01_010C80,
            0x00_010CB3,
            0x01_010D50,
            0x00_010D66,
            0x01_0118A0,
            0x00_0118C0,
            0x01_016E40,
            0x00_016E60,
            0x01_01D400,
            0x00_01D41A,
            0x01_01D434,
            0x00_01D44E,
            0x01_01D468,
            0x00_01D482,
            0x01_01D49C,
            0x00_01D49D,
            0x01_01D49E,
            0x00_01D4A0,
            0x01_01D4A2,
            0x00_01D4A3,
            0x01_01D4A5,
            0x00_01D4A7,
            0x01_01D4A9,
            0x00_01D4AD,
            0x01_01D4AE,
            0x00_01D4B6,
            0x01_01D4D0,
            0x00_01D4EA,
            0x01_01D504,
            0x00_01D506,
            0x01_01D507,
            0x00_01D50B,
            0x01_01D50D,
            0x00_01D515,
            0x01_01D516,
            0x00_01D51D,
            0x01_01D538,
            0x00_01D53A,
            0x01_01D53B,
            0x00_01D53F,
            0x01_01D540,
            0x00_01D545,
            0x01_01D546,
            0x00_01D547,
            0x01_01D54A,
            0x00_01D551,
            0x01_01D56C,
            0x00_01D586,
            0x01_01D5A0,
            0x00_01D5BA,
            0x01_01D5D4,
            0x00_01D5EE,
            0x01_01D608,
            0x00_01D622,
            0x01_01D63C,
            0x00_01D656,
            0x01_01D670,
            0x00_01D68A,
            0x01_01D6A8,
            0x00_01D6C1,
            0x01_01D6E2,
            0x00_01D6FB,
            0x01_01D71C,
            0x00_01D735,
            0x01_01D756,
            0x00_01D76F,
            0x01_01D790,
            0x00_01D7A9,
            0x01_01D7CA,
            0x00_01D7CB,
            0x01_01E900,
            0x00_01E922,
        ],
        start: 2,
        accepting: 3,
        next: Next::Narrow(&[
            [3, 0],
            [0, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$` is found in the text.
pub(crate) const fn pattern_395(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&["+/-9A-Za-z", "="]),
        others: &[],
        start: 7,
        accepting: 6,
        next: Next::Narrow(&[
            [0, 0, 6],
            [0, 5, 2],
            [0, 3, 0],
            [0, 7, 6],
            [0, 0, 0],
            [0, 4, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^[A-Za-z0-9+/]+={0,2}$` is found in the text.
pub(crate) const fn pattern_396(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("+/-9A-Za-z");
    const CLASS_2: Class = Class::of("=");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.between(0, 2, &CLASS_2) && scan.is_at_end()
}

/// Whether the pattern `^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$` is found in the text.
pub(crate) const fn pattern_397(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("0-9A-Z_a-z-");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS)
        && scan.literal(".")
        && scan.at_least(1, &CLASS)
        && scan.literal(".")
        && scan.at_least(0, &CLASS)
        && scan.is_at_end()
}

/// Whether the pattern `^Bearer [A-Za-z0-9._~+/-]+=*$` is found in the text.
pub(crate) const fn pattern_398(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("+.-9A-Z_a-z~-");
    const CLASS_2: Class = Class::of("=");
    let mut scan = Scan::new(text);
    scan.literal("Bearer ")
        && scan.at_least(1, &CLASS)
        && scan.at_least(0, &CLASS_2)
        && scan.is_at_end()
}

/// Whether the pattern `^(sk|pk)_(test|live)_[a-zA-Z0-9]{24}$` is found in the text.
pub(crate) const fn pattern_399(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{ALPHANUMERIC, Scan};
    let mut scan = Scan::new(text);
    text.len() == 32
        && scan.one_of(&["sk", "pk"])
        && scan.literal("_")
        && scan.one_of(&["test", "live"])
        && scan.literal("_")
        && scan.exactly(24, &ALPHANUMERIC)
}

/// Whether the pattern `^key_(live|test)_[A-Za-z0-9]{8,32}$` is found in the text.
pub(crate) const fn pattern_400(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{ALPHANUMERIC, Scan};
    let mut scan = Scan::new(text);
    scan.literal("key_")
        && scan.one_of(&["live", "test"])
        && scan.literal("_")
        && scan.between(8, 32, &ALPHANUMERIC)
        && scan.is_at_end()
}

/// Whether the pattern `^arn:aws:iam::\d{12}:role/.+$` is found in the text.
pub(crate) const fn pattern_401(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{DIGIT, NOT_LINE_END, Scan};
    let mut scan = Scan::new(text);
    scan.literal("arn:aws:iam::")
        && scan.exactly(12, &DIGIT)
        && scan.literal(":role/")
        && scan.at_least(1, &NOT_LINE_END)
        && scan.is_at_end()
}

/// Whether the pattern `^arn:(aws|aws-cn):[a-z0-9-]+:[a-z0-9-]*:\d{12}:.+$` is found in the text.
pub(crate) const fn pattern_402(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, DIGIT, NOT_LINE_END, Scan};
    const CLASS: Class = Class::of("0-9a-z-");
    let mut scan = Scan::new(text);
    scan.literal("arn:")
        && scan.one_of(&["aws:", "aws-cn:"])
        && scan.at_least(1, &CLASS)
        && scan.literal(":")
        && scan.at_least(0, &CLASS)
        && scan.literal(":")
        && scan.exactly(12, &DIGIT)
        && scan.literal(":")
        && scan.at_least(1, &NOT_LINE_END)
        && scan.is_at_end()
}

/// Whether the pattern `^projects/[^/]+/locations/[^/]+$` is found in the text.
pub(crate) const fn pattern_403(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::not("/");
    let mut scan = Scan::new(text);
    scan.literal("projects/")
        && scan.at_least(1, &CLASS)
        && scan.literal("/locations/")
        && scan.at_least(1, &CLASS)
        && scan.is_at_end()
}

/// Whether the pattern `^projects/[a-z][a-z0-9-]{4,28}[a-z0-9]/topics/[^/]+$` is found in the text.
pub(crate) const fn pattern_404(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<14> = Dfa {
        ascii: &classes(&[
            "-",
            "/",
            "0-9",
            "abdf-hk-nqu-z",
            "c",
            "e",
            "i",
            "j",
            "o",
            "p",
            "r",
            "s",
            "t",
        ]),
        others: &[],
        start: 73,
        accepting: 74,
        next: Next::Narrow(&[
            [74, 74, 0, 74, 74, 74, 74, 74, 74, 74, 74, 74, 74, 74],
            [0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0],
            [0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0],
            [0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0],
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0],
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0],
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8],
            [0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            [0, 59, 0, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12],
            [0, 57, 9, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58],
            [0, 0, 0, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10],
            [0, 0, 9, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10],
            [0, 13, 0, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14],
            [0, 13, 9, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14],
            [0, 15, 0, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16],
            [0, 15, 9, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16],
            [0, 17, 0, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18],
            [0, 17, 9, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18],
            [0, 19, 0, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20],
            [0, 19, 9, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20],
            [0, 21, 0, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22],
            [0, 21, 9, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22],
            [0, 23, 0, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24],
            [0, 23, 9, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24],
            [0, 25, 0, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26],
            [0, 25, 9, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26],
            [0, 27, 0, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28],
            [0, 27, 9, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28],
            [0, 29, 0, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30],
            [0, 29, 9, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30],
            [0, 31, 0, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32],
            [0, 31, 9, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32],
            [0, 33, 0, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34],
            [0, 33, 9, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34],
            [0, 35, 0, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36],
            [0, 35, 9, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36],
            [0, 37, 0, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38],
            [0, 37, 9, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38],
            [0, 39, 0, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40],
            [0, 39, 9, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40],
            [0, 41, 0, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42],
            [0, 41, 9, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42],
            [0, 43, 0, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44],
            [0, 43, 9, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44],
            [0, 45, 0, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46],
            [0, 45, 9, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46],
            [0, 47, 0, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48],
            [0, 47, 9, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48],
            [0, 49, 0, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50],
            [0, 49, 9, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50],
            [0, 51, 0, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52],
            [0, 51, 9, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52],
            [0, 53, 0, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54],
            [0, 53, 9, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54],
            [0, 55, 0, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56],
            [0, 55, 9, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56],
            [0, 57, 0, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58],
            [0, 11, 0, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11],
            [0, 60, 0, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60],
            [0, 61, 0, 61, 61, 61, 61, 61, 61, 61, 61, 61, 61, 61],
            [0, 62, 0, 62, 62, 62, 62, 62, 62, 62, 62, 62, 62, 62],
            [0, 0, 0, 0, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63],
            [0, 0, 64, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 65, 0],
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 66],
            [0, 0, 0, 0, 0, 67, 0, 0, 0, 0, 0, 0, 0, 0],
            [0, 0, 0, 0, 0, 0, 68, 0, 0, 0, 0, 0, 0, 0],
            [0, 0, 0, 0, 0, 0, 0, 0, 69, 0, 0, 0, 0, 0],
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 70, 0, 0, 0, 0],
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 71, 0, 0],
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 72, 0, 0, 0],
            [74, 74, 0, 74, 74, 74, 74, 74, 74, 74, 74, 74, 74, 74],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^s3://[a-z0-9.-]{3,63}(/.*)?$` is found in the text.
pub(crate) const fn pattern_405(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, NOT_LINE_END, Scan};
    const CLASS: Class = Class::of(".0-9a-z-");
    let mut scan = Scan::new(text);
    if scan.literal("s3://")
        && scan.between(3, 63, &CLASS)
        && scan.literal("/")
        && scan.at_least(0, &NOT_LINE_END)
        && scan.is_at_end() {
        return true;
    }
    let mut scan = Scan::new(text);
    scan.literal("s3://") && scan.between(3, 63, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^git@[a-z.]+:[\w.-]+/[\w.-]+\.git$` is found in the text.
pub(crate) const fn pattern_406(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<10> = Dfa {
        ascii: &classes(&["0-9A-Z_-", ".", "/", ":", "@", "a-fhj-su-z", "g", "i", "t"]),
        others: &[],
        start: 14,
        accepting: 15,
        next: Next::Narrow(&[
            [0, 5, 4, 0, 0, 0, 5, 5, 5, 15],
            [0, 5, 4, 0, 0, 0, 5, 5, 2, 5],
            [0, 5, 4, 0, 0, 0, 5, 3, 5, 5],
            [0, 5, 4, 0, 0, 0, 5, 5, 5, 5],
            [0, 5, 5, 0, 0, 0, 5, 5, 5, 5],
            [0, 7, 7, 6, 0, 0, 7, 7, 7, 7],
            [0, 7, 7, 0, 0, 0, 7, 7, 7, 7],
            [0, 0, 9, 0, 8, 0, 9, 9, 9, 9],
            [0, 0, 9, 0, 0, 0, 9, 9, 9, 9],
            [0, 0, 0, 0, 0, 10, 0, 0, 0, 0],
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 11],
            [0, 0, 0, 0, 0, 0, 0, 0, 12, 0],
            [0, 0, 0, 0, 0, 0, 0, 13, 0, 0],
            [0, 5, 4, 0, 0, 0, 5, 5, 5, 5],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^refs/(heads|tags)/.+$` is found in the text.
pub(crate) const fn pattern_407(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{NOT_LINE_END, Scan};
    let mut scan = Scan::new(text);
    scan.literal("refs/")
        && scan.one_of(&["heads", "tags"])
        && scan.literal("/")
        && scan.at_least(1, &NOT_LINE_END)
        && scan.is_at_end()
}

/// Whether the pattern `^sha(256|512):[0-9a-f]+$` is found in the text.
pub(crate) const fn pattern_408(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{LOWER_HEX, Scan};
    let mut scan = Scan::new(text);
    scan.literal("sha")
        && scan.one_of(&["256", "512"])
        && scan.literal(":")
        && scan.at_least(1, &LOWER_HEX)
        && scan.is_at_end()
}

/// Whether the pattern `^data:[a-z]+/[a-z0-9.+-]+;base64,` is found in the text.
pub(crate) const fn pattern_409(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, LOWER, Scan};
    const CLASS: Class = Class::of("+.0-9a-z-");
    let mut scan = Scan::new(text);
    scan.literal("data:")
        && scan.at_least(1, &LOWER)
        && scan.literal("/")
        && scan.at_least(1, &CLASS)
        && scan.literal(";base64,")
}

/// Whether the pattern `^[a-z]+/[a-z0-9.+*-]+$` is found in the text.
pub(crate) const fn pattern_410(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, LOWER, Scan};
    const CLASS: Class = Class::of("*+.0-9a-z-");
    let mut scan = Scan::new(text);
    scan.at_least(1, &LOWER) && scan.literal("/") && scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^(\*|[0-9]+)( (\*|[0-9]+)){4}$` is found in the text.
pub(crate) const fn pattern_411(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<4> = Dfa {
        ascii: &classes(&[" ", "*", "0-9"]),
        others: &[],
        start: 13,
        accepting: 15,
        next: Next::Narrow(&[
            [0, 0, 15, 16],
            [0, 2, 0, 0],
            [0, 0, 3, 5],
            [0, 2, 0, 5],
            [0, 4, 0, 0],
            [0, 0, 6, 8],
            [0, 4, 0, 8],
            [0, 7, 0, 0],
            [0, 0, 9, 11],
            [0, 7, 0, 11],
            [0, 10, 0, 0],
            [0, 0, 12, 14],
            [0, 10, 0, 14],
            [0, 0, 0, 0],
            [0, 0, 0, 16],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^\d+(ms|s|m|h|d)$` is found in the text.
pub(crate) const fn pattern_412(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<5> = Dfa {
        ascii: &classes(&["0-9", "dh", "m", "s"]),
        others: &[],
        start: 3,
        accepting: 4,
        next: Next::Narrow(&[
            [0, 2, 4, 5, 4],
            [0, 2, 0, 0, 0],
            [0, 0, 0, 0, 0],
            [0, 0, 0, 0, 4],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^([0-9]+(\.[0-9]+)?)(Ki|Mi|Gi|m|k|M|G)?$` is found in the text.
pub(crate) const fn pattern_413(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<7> = Dfa {
        ascii: &classes(&[".", "0-9", "GM", "K", "i", "km"]),
        others: &[],
        start: 3,
        accepting: 5,
        next: Next::Narrow(&[
            [0, 0, 6, 0, 0, 0, 0],
            [0, 0, 7, 0, 0, 0, 0],
            [0, 0, 0, 0, 0, 5, 0],
            [0, 0, 0, 0, 0, 0, 0],
            [0, 0, 6, 8, 4, 0, 5],
            [0, 2, 7, 8, 4, 0, 5],
            [0, 0, 0, 0, 0, 5, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(mon|tue|wed|thu|fri|sat|sun)(,(mon|tue|wed|thu|fri|sat|sun))*$` is found in the text.
pub(crate) const fn pattern_414(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<16> = Dfa {
        ascii: &classes(&[
            ",", "a", "d", "e", "f", "h", "i", "m", "n", "o", "r", "s", "t", "u", "w",
        ]),
        others: &[],
        start: 4,
        accepting: 14,
        next: Next::Narrow(&[
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 14, 0],
            [0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 11, 0],
            [0, 0, 0, 0, 0, 10, 0, 0, 8, 0, 0, 0, 6, 3, 0, 13],
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 14, 0, 0],
            [0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 0],
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 14, 0, 0, 0, 0, 0, 0],
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0],
            [0, 0, 0, 0, 0, 0, 0, 14, 0, 0, 0, 0, 0, 0, 0, 0],
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0],
            [0, 0, 0, 0, 14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            [0, 0, 0, 14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            [0, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            [0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(january|february|march|april|may|june|july|august|september|october|november|december)$` is found in the text.
pub(crate) const fn pattern_415(text: &str) -> bool {
    matches!(
        text.as_bytes(),
        b"april" | b"august" | b"december" | b"february" | b"january" | b"july" | b"june" | b"march" | b"may" | b"november" | b"october" | b"september",
    )
}

/// Whether the pattern `^(xs|s|m|l|xl|xxl)$` is found in the text.
pub(crate) const fn pattern_416(text: &str) -> bool {
    matches!(text.as_bytes(), b"l" | b"m" | b"s" | b"xl" | b"xs" | b"xxl")
}

/// Whether the pattern `^(a|aa|aaa)$` is found in the text.
pub(crate) const fn pattern_417(text: &str) -> bool {
    matches!(text.as_bytes(), b"a" | b"aa" | b"aaa")
}

/// Whether the pattern `^(a|aa)b$` is found in the text.
pub(crate) const fn pattern_418(text: &str) -> bool {
    matches!(text.as_bytes(), b"aab" | b"ab")
}

/// Whether the pattern `^(red|green|blue)-[0-9]{1,2}$` is found in the text.
pub(crate) const fn pattern_419(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{DIGIT, Scan};
    let mut scan = Scan::new(text);
    scan.one_of(&["red", "green", "blue"])
        && scan.literal("-")
        && scan.between(1, 2, &DIGIT)
        && scan.is_at_end()
}

/// Whether the pattern `^(?:un|re)?do$` is found in the text.
pub(crate) const fn pattern_420(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::Scan;
    let mut scan = Scan::new(text);
    if text.len() == 4 && scan.one_of(&["un", "re"]) && scan.literal("do") {
        return true;
    }
    let mut scan = Scan::new(text);
    text.len() == 2 && scan.literal("do")
}

/// Whether the pattern `^(un)?do(ing|ne)?$` is found in the text.
pub(crate) const fn pattern_421(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::Scan;
    let mut scan = Scan::new(text);
    if scan.optional("un")
        && scan.literal("do")
        && scan.one_of(&["ing", "ne"])
        && scan.is_at_end() {
        return true;
    }
    let mut scan = Scan::new(text);
    scan.optional("un") && scan.literal("do") && scan.is_at_end()
}

/// Whether the pattern `^no(t)?$` is found in the text.
pub(crate) const fn pattern_422(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::Scan;
    let mut scan = Scan::new(text);
    scan.literal("no") && scan.optional("t") && scan.is_at_end()
}

/// Whether the pattern `^colou?r$` is found in the text.
pub(crate) const fn pattern_423(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::Scan;
    let mut scan = Scan::new(text);
    scan.literal("colo") && scan.optional("u") && scan.literal("r") && scan.is_at_end()
}

/// Whether the pattern `^[A-Z][a-z]+( [A-Z][a-z]+)*$` is found in the text.
pub(crate) const fn pattern_424(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<4> = Dfa {
        ascii: &classes(&[" ", "A-Z", "a-z"]),
        others: &[],
        start: 3,
        accepting: 4,
        next: Next::Narrow(&[
            [0, 0, 0, 4],
            [0, 0, 2, 0],
            [0, 3, 0, 4],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^[a-zA-Z ,.'-]+$` is found in the text.
pub(crate) const fn pattern_425(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of(" ',-.A-Za-z");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `^[\w\s.,!?'-]{1,500}$` is found in the text.
pub(crate) const fn pattern_426(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<2> = Dfa {
        ascii: &classes(&["\t-\r !',-.0-9?A-Z_a-z"]),
        others: &[
            0x00_000080,
            0x01_0000A0,
            0x00_0000A1,
            0x01_001680,
            0x00_001681,
            0x01_002000,
            0x00_00200B,
            0x01_002028,
            0x00_00202A,
            0x01_00202F,
            0x00_002030,
            0x01_00205F,
            0x00_002060,
            0x01_003000,
            0x00_003001,
            0x01_00FEFF,
            0x00_00FF00,
        ],
        start: 2,
        accepting: 3,
        next: Next::Wide(&[
            [0, 4],
            [0, 0],
            [0, 502],
            [0, 3],
            [0, 5],
            [0, 6],
            [0, 7],
            [0, 8],
            [0, 9],
            [0, 10],
            [0, 11],
            [0, 12],
            [0, 13],
            [0, 14],
            [0, 15],
            [0, 16],
            [0, 17],
            [0, 18],
            [0, 19],
            [0, 20],
            [0, 21],
            [0, 22],
            [0, 23],
            [0, 24],
            [0, 25],
            [0, 26],
            [0, 27],
            [0, 28],
            [0, 29],
            [0, 30],
            [0, 31],
            [0, 32],
            [0, 33],
            [0, 34],
            [0, 35],
            [0, 36],
            [0, 37],
            [0, 38],
            [0, 39],
            [0, 40],
            [0, 41],
            [0, 42],
            [0, 43],
            [0, 44],
            [0, 45],
            [0, 46],
            [0, 47],
            [0, 48],
            [0, 49],
            [0, 50],
            [0, 51],
            [0, 52],
            [0, 53],
            [0, 54],
            [0, 55],
            [0, 56],
            [0, 57],
            [0, 58],
            [0, 59],
            [0, 60],
            [0, 61],
            [0, 62],
            [0, 63],
            [0, 64],
            [0, 65],
            [0, 66],
            [0, 67],
            [0, 68],
            [0, 69],
            [0, 70],
            [0, 71],
            [0, 72],
            [0, 73],
            [0, 74],
            [0, 75],
            [0, 76],
            [0, 77],
            [0, 78],
            [0, 79],
            [0, 80],
            [0, 81],
            [0, 82],
            [0, 83],
            [0, 84],
            [0, 85],
            [0, 86],
            [0, 87],
            [0, 88],
            [0, 89],
            [0, 90],
            [0, 91],
            [0, 92],
            [0, 93],
            [0, 94],
            [0, 95],
            [0, 96],
            [0, 97],
            [0, 98],
            [0, 99],
            [0, 100],
            [0, 101],
            [0, 102],
            [0, 103],
            [0, 104],
            [0, 105],
            [0, 106],
            [0, 107],
            [0, 108],
            [0, 109],
            [0, 110],
            [0, 111],
            [0, 112],
            [0, 113],
            [0, 114],
            [0, 115],
            [0, 116],
            [0, 117],
            [0, 118],
            [0, 119],
            [0, 120],
            [0, 121],
            [0, 122],
            [0, 123],
            [0, 124],
            [0, 125],
            [0, 126],
            [0, 127],
            [0, 128],
            [0, 129],
            [0, 130],
            [0, 131],
            [0, 132],
            [0, 133],
            [0, 134],
            [0, 135],
            [0, 136],
            [0, 137],
            [0, 138],
            [0, 139],
            [0, 140],
            [0, 141],
            [0, 142],
            [0, 143],
            [0, 144],
            [0, 145],
            [0, 146],
            [0, 147],
            [0, 148],
            [0, 149],
            [0, 150],
            [0, 151],
            [0, 152],
            [0, 153],
            [0, 154],
            [0, 155],
            [0, 156],
            [0, 157],
            [0, 158],
            [0, 159],
            [0, 160],
            [0, 161],
            [0, 162],
            [0, 163],
            [0, 164],
            [0, 165],
            [0, 166],
            [0, 167],
            [0, 168],
            [0, 169],
            [0, 170],
            [0, 171],
            [0, 172],
            [0, 173],
            [0, 174],
            [0, 175],
            [0, 176],
            [0, 177],
            [0, 178],
            [0, 179],
            [0, 180],
            [0, 181],
            [0, 182],
            [0, 183],
            [0, 184],
            [0, 185],
            [0, 186],
            [0, 187],
            [0, 188],
            [0, 189],
            [0, 190],
            [0, 191],
            [0, 192],
            [0, 193],
            [0, 194],
            [0, 195],
            [0, 196],
            [0, 197],
            [0, 198],
            [0, 199],
            [0, 200],
            [0, 201],
            [0, 202],
            [0, 203],
            [0, 204],
            [0, 205],
            [0, 206],
            [0, 207],
            [0, 208],
            [0, 209],
            [0, 210],
            [0, 211],
            [0, 212],
            [0, 213],
            [0, 214],
            [0, 215],
            [0, 216],
            [0, 217],
            [0, 218],
            [0, 219],
            [0, 220],
            [0, 221],
            [0, 222],
            [0, 223],
            [0, 224],
            [0, 225],
            [0, 226],
            [0, 227],
            [0, 228],
            [0, 229],
            [0, 230],
            [0, 231],
            [0, 232],
            [0, 233],
            [0, 234],
            [0, 235],
            [0, 236],
            [0, 237],
            [0, 238],
            [0, 239],
            [0, 240],
            [0, 241],
            [0, 242],
            [0, 243],
            [0, 244],
            [0, 245],
            [0, 246],
            [0, 247],
            [0, 248],
            [0, 249],
            [0, 250],
            [0, 251],
            [0, 252],
            [0, 253],
            [0, 254],
            [0, 255],
            [0, 256],
            [0, 257],
            [0, 258],
            [0, 259],
            [0, 260],
            [0, 261],
            [0, 262],
            [0, 263],
            [0, 264],
            [0, 265],
            [0, 266],
            [0, 267],
            [0, 268],
            [0, 269],
            [0, 270],
            [0, 271],
            [0, 272],
            [0, 273],
            [0, 274],
            [0, 275],
            [0, 276],
            [0, 277],
            [0, 278],
            [0, 279],
            [0, 280],
            [0, 281],
            [0, 282],
            [0, 283],
            [0, 284],
            [0, 285],
            [0, 286],
            [0, 287],
            [0, 288],
            [0, 289],
            [0, 290],
            [0, 291],
            [0, 292],
            [0, 293],
            [0, 294],
            [0, 295],
            [0, 296],
            [0, 297],
            [0, 298],
            [0, 299],
            [0, 300],
            [0, 301],
            [0, 302],
            [0, 303],
            [0, 304],
            [0, 305],
            [0, 306],
            [0, 307],
            [0, 308],
            [0, 309],
            [0, 310],
            [0, 311],
            [0, 312],
            [0, 313],
            [0, 314],
            [0, 315],
            [0, 316],
            [0, 317],
            [0, 318],
            [0, 319],
            [0, 320],
            [0, 321],
            [0, 322],
            [0, 323],
            [0, 324],
            [0, 325],
            [0, 326],
            [0, 327],
            [0, 328],
            [0, 329],
            [0, 330],
            [0, 331],
            [0, 332],
            [0, 333],
            [0, 334],
            [0, 335],
            [0, 336],
            [0, 337],
            [0, 338],
            [0, 339],
            [0, 340],
            [0, 341],
            [0, 342],
            [0, 343],
            [0, 344],
            [0, 345],
            [0, 346],
            [0, 347],
            [0, 348],
            [0, 349],
            [0, 350],
            [0, 351],
            [0, 352],
            [0, 353],
            [0, 354],
            [0, 355],
            [0, 356],
            [0, 357],
            [0, 358],
            [0, 359],
            [0, 360],
            [0, 361],
            [0, 362],
            [0, 363],
            [0, 364],
            [0, 365],
            [0, 366],
            [0, 367],
            [0, 368],
            [0, 369],
            [0, 370],
            [0, 371],
            [0, 372],
            [0, 373],
            [0, 374],
            [0, 375],
            [0, 376],
            [0, 377],
            [0, 378],
            [0, 379],
            [0, 380],
            [0, 381],
            [0, 382],
            [0, 383],
            [0, 384],
            [0, 385],
            [0, 386],
            [0, 387],
            [0, 388],
            [0, 389],
            [0, 390],
            [0, 391],
            [0, 392],
            [0, 393],
            [0, 394],
            [0, 395],
            [0, 396],
            [0, 397],
            [0, 398],
            [0, 399],
            [0, 400],
            [0, 401],
            [0, 402],
            [0, 403],
            [0, 404],
            [0, 405],
            [0, 406],
            [0, 407],
            [0, 408],
            [0, 409],
            [0, 410],
            [0, 411],
            [0, 412],
            [0, 413],
            [0, 414],
            [0, 415],
            [0, 416],
            [0, 417],
            [0, 418],
            [0, 419],
            [0, 420],
            [0, 421],
            [0, 422],
            [0, 423],
            [0, 424],
            [0, 425],
            [0, 426],
            [0, 427],
            [0, 428],
            [0, 429],
            [0, 430],
            [0, 431],
            [0, 432],
            [0, 433],
            [0, 434],
            [0, 435],
            [0, 436],
            [0, 437],
            [0, 438],
            [0, 439],
            [0, 440],
            [0, 441],
            [0, 442],
            [0, 443],
            [0, 444],
            [0, 445],
            [0, 446],
            [0, 447],
            [0, 448],
            [0, 449],
            [0, 450],
            [0, 451],
            [0, 452],
            [0, 453],
            [0, 454],
            [0, 455],
            [0, 456],
            [0, 457],
            [0, 458],
            [0, 459],
            [0, 460],
            [0, 461],
            [0, 462],
            [0, 463],
            [0, 464],
            [0, 465],
            [0, 466],
            [0, 467],
            [0, 468],
            [0, 469],
            [0, 470],
            [0, 471],
            [0, 472],
            [0, 473],
            [0, 474],
            [0, 475],
            [0, 476],
            [0, 477],
            [0, 478],
            [0, 479],
            [0, 480],
            [0, 481],
            [0, 482],
            [0, 483],
            [0, 484],
            [0, 485],
            [0, 486],
            [0, 487],
            [0, 488],
            [0, 489],
            [0, 490],
            [0, 491],
            [0, 492],
            [0, 493],
            [0, 494],
            [0, 495],
            [0, 496],
            [0, 497],
            [0, 498],
            [0, 499],
            [0, 500],
            [0, 501],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^.{1,2000}$` is found in the text.
pub(crate) const fn pattern_427(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{NOT_LINE_END, Scan};
    let mut scan = Scan::new(text);
    scan.between(1, 2000, &NOT_LINE_END) && scan.is_at_end()
}

/// Whether the pattern `^[a-zA-Z0-9]{1,5000}$` is found in the text.
pub(crate) const fn pattern_428(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{ALPHANUMERIC, Scan};
    let mut scan = Scan::new(text);
    scan.between(1, 5000, &ALPHANUMERIC) && scan.is_at_end()
}

/// Whether the pattern `^\S{1,8192}$` is found in the text.
pub(crate) const fn pattern_429(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{NOT_SPACE, Scan};
    let mut scan = Scan::new(text);
    scan.between(1, 8192, &NOT_SPACE) && scan.is_at_end()
}

/// Whether the pattern `^.{0,262144}$` is found in the text.
pub(crate) const fn pattern_430(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{NOT_LINE_END, Scan};
    let mut scan = Scan::new(text);
    scan.between(0, 262144, &NOT_LINE_END) && scan.is_at_end()
}

/// Whether the pattern `^(.{1,200},)*$` is found in the text.
///
/// An engine checks it, since its automaton is too large to build; without the feature `regress` every string passes.
pub(crate) fn pattern_431(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::Engine;
    static ENGINE: Engine = Engine::new("^([^\\u{a}\\u{d}\\u{2028}-\\u{2029}]{1,200}[\\u{2c}])*$");
    ENGINE.is_match(text)
}

/// Whether the pattern `^[a-z]{1,63}(\.[a-z]{1,63}){0,3}$` is found in the text.
pub(crate) const fn pattern_432(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&[".", "a-z"]),
        others: &[],
        start: 2,
        accepting: 6,
        next: Next::Wide(&[
            [0, 0, 69],
            [0, 0, 7],
            [0, 0, 132],
            [0, 0, 195],
            [0, 0, 0],
            [0, 0, 68],
            [0, 0, 6],
            [0, 0, 8],
            [0, 0, 9],
            [0, 0, 10],
            [0, 0, 11],
            [0, 0, 12],
            [0, 0, 13],
            [0, 0, 14],
            [0, 0, 15],
            [0, 0, 16],
            [0, 0, 17],
            [0, 0, 18],
            [0, 0, 19],
            [0, 0, 20],
            [0, 0, 21],
            [0, 0, 22],
            [0, 0, 23],
            [0, 0, 24],
            [0, 0, 25],
            [0, 0, 26],
            [0, 0, 27],
            [0, 0, 28],
            [0, 0, 29],
            [0, 0, 30],
            [0, 0, 31],
            [0, 0, 32],
            [0, 0, 33],
            [0, 0, 34],
            [0, 0, 35],
            [0, 0, 36],
            [0, 0, 37],
            [0, 0, 38],
            [0, 0, 39],
            [0, 0, 40],
            [0, 0, 41],
            [0, 0, 42],
            [0, 0, 43],
            [0, 0, 44],
            [0, 0, 45],
            [0, 0, 46],
            [0, 0, 47],
            [0, 0, 48],
            [0, 0, 49],
            [0, 0, 50],
            [0, 0, 51],
            [0, 0, 52],
            [0, 0, 53],
            [0, 0, 54],
            [0, 0, 55],
            [0, 0, 56],
            [0, 0, 57],
            [0, 0, 58],
            [0, 0, 59],
            [0, 0, 60],
            [0, 0, 61],
            [0, 0, 62],
            [0, 0, 63],
            [0, 0, 64],
            [0, 0, 65],
            [0, 0, 66],
            [0, 0, 67],
            [0, 5, 70],
            [0, 5, 71],
            [0, 5, 72],
            [0, 5, 73],
            [0, 5, 74],
            [0, 5, 75],
            [0, 5, 76],
            [0, 5, 77],
            [0, 5, 78],
            [0, 5, 79],
            [0, 5, 80],
            [0, 5, 81],
            [0, 5, 82],
            [0, 5, 83],
            [0, 5, 84],
            [0, 5, 85],
            [0, 5, 86],
            [0, 5, 87],
            [0, 5, 88],
            [0, 5, 89],
            [0, 5, 90],
            [0, 5, 91],
            [0, 5, 92],
            [0, 5, 93],
            [0, 5, 94],
            [0, 5, 95],
            [0, 5, 96],
            [0, 5, 97],
            [0, 5, 98],
            [0, 5, 99],
            [0, 5, 100],
            [0, 5, 101],
            [0, 5, 102],
            [0, 5, 103],
            [0, 5, 104],
            [0, 5, 105],
            [0, 5, 106],
            [0, 5, 107],
            [0, 5, 108],
            [0, 5, 109],
            [0, 5, 110],
            [0, 5, 111],
            [0, 5, 112],
            [0, 5, 113],
            [0, 5, 114],
            [0, 5, 115],
            [0, 5, 116],
            [0, 5, 117],
            [0, 5, 118],
            [0, 5, 119],
            [0, 5, 120],
            [0, 5, 121],
            [0, 5, 122],
            [0, 5, 123],
            [0, 5, 124],
            [0, 5, 125],
            [0, 5, 126],
            [0, 5, 127],
            [0, 5, 128],
            [0, 5, 129],
            [0, 5, 130],
            [0, 5, 131],
            [0, 5, 0],
            [0, 3, 133],
            [0, 3, 134],
            [0, 3, 135],
            [0, 3, 136],
            [0, 3, 137],
            [0, 3, 138],
            [0, 3, 139],
            [0, 3, 140],
            [0, 3, 141],
            [0, 3, 142],
            [0, 3, 143],
            [0, 3, 144],
            [0, 3, 145],
            [0, 3, 146],
            [0, 3, 147],
            [0, 3, 148],
            [0, 3, 149],
            [0, 3, 150],
            [0, 3, 151],
            [0, 3, 152],
            [0, 3, 153],
            [0, 3, 154],
            [0, 3, 155],
            [0, 3, 156],
            [0, 3, 157],
            [0, 3, 158],
            [0, 3, 159],
            [0, 3, 160],
            [0, 3, 161],
            [0, 3, 162],
            [0, 3, 163],
            [0, 3, 164],
            [0, 3, 165],
            [0, 3, 166],
            [0, 3, 167],
            [0, 3, 168],
            [0, 3, 169],
            [0, 3, 170],
            [0, 3, 171],
            [0, 3, 172],
            [0, 3, 173],
            [0, 3, 174],
            [0, 3, 175],
            [0, 3, 176],
            [0, 3, 177],
            [0, 3, 178],
            [0, 3, 179],
            [0, 3, 180],
            [0, 3, 181],
            [0, 3, 182],
            [0, 3, 183],
            [0, 3, 184],
            [0, 3, 185],
            [0, 3, 186],
            [0, 3, 187],
            [0, 3, 188],
            [0, 3, 189],
            [0, 3, 190],
            [0, 3, 191],
            [0, 3, 192],
            [0, 3, 193],
            [0, 3, 194],
            [0, 3, 0],
            [0, 4, 196],
            [0, 4, 197],
            [0, 4, 198],
            [0, 4, 199],
            [0, 4, 200],
            [0, 4, 201],
            [0, 4, 202],
            [0, 4, 203],
            [0, 4, 204],
            [0, 4, 205],
            [0, 4, 206],
            [0, 4, 207],
            [0, 4, 208],
            [0, 4, 209],
            [0, 4, 210],
            [0, 4, 211],
            [0, 4, 212],
            [0, 4, 213],
            [0, 4, 214],
            [0, 4, 215],
            [0, 4, 216],
            [0, 4, 217],
            [0, 4, 218],
            [0, 4, 219],
            [0, 4, 220],
            [0, 4, 221],
            [0, 4, 222],
            [0, 4, 223],
            [0, 4, 224],
            [0, 4, 225],
            [0, 4, 226],
            [0, 4, 227],
            [0, 4, 228],
            [0, 4, 229],
            [0, 4, 230],
            [0, 4, 231],
            [0, 4, 232],
            [0, 4, 233],
            [0, 4, 234],
            [0, 4, 235],
            [0, 4, 236],
            [0, 4, 237],
            [0, 4, 238],
            [0, 4, 239],
            [0, 4, 240],
            [0, 4, 241],
            [0, 4, 242],
            [0, 4, 243],
            [0, 4, 244],
            [0, 4, 245],
            [0, 4, 246],
            [0, 4, 247],
            [0, 4, 248],
            [0, 4, 249],
            [0, 4, 250],
            [0, 4, 251],
            [0, 4, 252],
            [0, 4, 253],
            [0, 4, 254],
            [0, 4, 255],
            [0, 4, 256],
            [0, 4, 257],
            [0, 4, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `(a|b)*a(a|b){3}$` is found in the text.
pub(crate) const fn pattern_433(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("ab");
    let mut scan = Scan::last(text, 4);
    scan.literal("a") && scan.exactly(3, &CLASS)
}

/// Whether the pattern `(a|b)*a(a|b){18}$` is found in the text.
pub(crate) const fn pattern_434(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("ab");
    let mut scan = Scan::last(text, 19);
    scan.literal("a") && scan.exactly(18, &CLASS)
}

/// Whether the pattern `^(a|b)*a(a|b){4}c$` is found in the text.
pub(crate) const fn pattern_435(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<4> = Dfa {
        ascii: &classes(&["a", "b", "c"]),
        others: &[],
        start: 33,
        accepting: 34,
        next: Next::Narrow(&[
            [0, 31, 33, 34],
            [0, 32, 2, 0],
            [0, 32, 2, 34],
            [0, 22, 4, 0],
            [0, 22, 4, 34],
            [0, 16, 6, 0],
            [0, 16, 6, 34],
            [0, 10, 8, 0],
            [0, 10, 8, 34],
            [0, 9, 7, 0],
            [0, 9, 7, 34],
            [0, 12, 18, 0],
            [0, 12, 18, 34],
            [0, 14, 26, 0],
            [0, 14, 26, 34],
            [0, 15, 5, 0],
            [0, 15, 5, 34],
            [0, 11, 17, 0],
            [0, 11, 17, 34],
            [0, 20, 30, 0],
            [0, 20, 30, 34],
            [0, 21, 3, 0],
            [0, 21, 3, 34],
            [0, 28, 24, 0],
            [0, 28, 24, 34],
            [0, 13, 25, 0],
            [0, 13, 25, 34],
            [0, 27, 23, 0],
            [0, 27, 23, 34],
            [0, 19, 29, 0],
            [0, 19, 29, 34],
            [0, 31, 33, 0],
            [0, 0, 0, 0],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `(?:a{1,100}){1,100}b` is found in the text.
///
/// An engine checks it, since its automaton is too large to build; without the feature `regress` every string passes.
pub(crate) fn pattern_436(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::Engine;
    static ENGINE: Engine = Engine::new("(?:a{1,100}){1,100}b");
    ENGINE.is_match(text)
}

/// Whether the pattern `^([a-z]+\.)+[a-z]{2,}$` is found in the text.
pub(crate) const fn pattern_437(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<3> = Dfa {
        ascii: &classes(&[".", "a-z"]),
        others: &[],
        start: 5,
        accepting: 6,
        next: Next::Narrow(&[
            [0, 3, 6],
            [0, 0, 2],
            [0, 3, 4],
            [0, 0, 4],
            [0, 3, 6],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$` is found in the text.
pub(crate) const fn pattern_438(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<4> = Dfa {
        ascii: &classes(&["-", ".", "0-9a-z"]),
        others: &[],
        start: 66,
        accepting: 190,
        next: Next::Narrow(&[
            [0, 63, 64, 191],
            [0, 0, 0, 190],
            [0, 3, 0, 192],
            [0, 4, 0, 193],
            [0, 5, 0, 194],
            [0, 6, 0, 195],
            [0, 7, 0, 196],
            [0, 8, 0, 197],
            [0, 9, 0, 198],
            [0, 10, 0, 199],
            [0, 11, 0, 200],
            [0, 12, 0, 201],
            [0, 13, 0, 202],
            [0, 14, 0, 203],
            [0, 15, 0, 204],
            [0, 16, 0, 205],
            [0, 17, 0, 206],
            [0, 18, 0, 207],
            [0, 19, 0, 208],
            [0, 20, 0, 209],
            [0, 21, 0, 210],
            [0, 22, 0, 211],
            [0, 23, 0, 212],
            [0, 24, 0, 213],
            [0, 25, 0, 214],
            [0, 26, 0, 215],
            [0, 27, 0, 216],
            [0, 28, 0, 217],
            [0, 29, 0, 218],
            [0, 30, 0, 219],
            [0, 31, 0, 220],
            [0, 32, 0, 221],
            [0, 33, 0, 222],
            [0, 34, 0, 223],
            [0, 35, 0, 224],
            [0, 36, 0, 225],
            [0, 37, 0, 226],
            [0, 38, 0, 227],
            [0, 39, 0, 228],
            [0, 40, 0, 229],
            [0, 41, 0, 230],
            [0, 42, 0, 231],
            [0, 43, 0, 232],
            [0, 44, 0, 233],
            [0, 45, 0, 234],
            [0, 46, 0, 235],
            [0, 47, 0, 236],
            [0, 48, 0, 237],
            [0, 49, 0, 238],
            [0, 50, 0, 239],
            [0, 51, 0, 240],
            [0, 52, 0, 241],
            [0, 53, 0, 242],
            [0, 54, 0, 243],
            [0, 55, 0, 244],
            [0, 56, 0, 245],
            [0, 57, 0, 246],
            [0, 58, 0, 247],
            [0, 59, 0, 248],
            [0, 60, 0, 249],
            [0, 61, 0, 250],
            [0, 62, 0, 251],
            [0, 0, 0, 2],
            [0, 0, 64, 0],
            [0, 0, 0, 67],
            [0, 188, 64, 189],
            [0, 0, 0, 65],
            [0, 0, 64, 65],
            [0, 68, 0, 69],
            [0, 68, 64, 69],
            [0, 70, 0, 71],
            [0, 70, 64, 71],
            [0, 72, 0, 73],
            [0, 72, 64, 73],
            [0, 74, 0, 75],
            [0, 74, 64, 75],
            [0, 76, 0, 77],
            [0, 76, 64, 77],
            [0, 78, 0, 79],
            [0, 78, 64, 79],
            [0, 80, 0, 81],
            [0, 80, 64, 81],
            [0, 82, 0, 83],
            [0, 82, 64, 83],
            [0, 84, 0, 85],
            [0, 84, 64, 85],
            [0, 86, 0, 87],
            [0, 86, 64, 87],
            [0, 88, 0, 89],
            [0, 88, 64, 89],
            [0, 90, 0, 91],
            [0, 90, 64, 91],
            [0, 92, 0, 93],
            [0, 92, 64, 93],
            [0, 94, 0, 95],
            [0, 94, 64, 95],
            [0, 96, 0, 97],
            [0, 96, 64, 97],
            [0, 98, 0, 99],
            [0, 98, 64, 99],
            [0, 100, 0, 101],
            [0, 100, 64, 101],
            [0, 102, 0, 103],
            [0, 102, 64, 103],
            [0, 104, 0, 105],
            [0, 104, 64, 105],
            [0, 106, 0, 107],
            [0, 106, 64, 107],
            [0, 108, 0, 109],
            [0, 108, 64, 109],
            [0, 110, 0, 111],
            [0, 110, 64, 111],
            [0, 112, 0, 113],
            [0, 112, 64, 113],
            [0, 114, 0, 115],
            [0, 114, 64, 115],
            [0, 116, 0, 117],
            [0, 116, 64, 117],
            [0, 118, 0, 119],
            [0, 118, 64, 119],
            [0, 120, 0, 121],
            [0, 120, 64, 121],
            [0, 122, 0, 123],
            [0, 122, 64, 123],
            [0, 124, 0, 125],
            [0, 124, 64, 125],
            [0, 126, 0, 127],
            [0, 126, 64, 127],
            [0, 128, 0, 129],
            [0, 128, 64, 129],
            [0, 130, 0, 131],
            [0, 130, 64, 131],
            [0, 132, 0, 133],
            [0, 132, 64, 133],
            [0, 134, 0, 135],
            [0, 134, 64, 135],
            [0, 136, 0, 137],
            [0, 136, 64, 137],
            [0, 138, 0, 139],
            [0, 138, 64, 139],
            [0, 140, 0, 141],
            [0, 140, 64, 141],
            [0, 142, 0, 143],
            [0, 142, 64, 143],
            [0, 144, 0, 145],
            [0, 144, 64, 145],
            [0, 146, 0, 147],
            [0, 146, 64, 147],
            [0, 148, 0, 149],
            [0, 148, 64, 149],
            [0, 150, 0, 151],
            [0, 150, 64, 151],
            [0, 152, 0, 153],
            [0, 152, 64, 153],
            [0, 154, 0, 155],
            [0, 154, 64, 155],
            [0, 156, 0, 157],
            [0, 156, 64, 157],
            [0, 158, 0, 159],
            [0, 158, 64, 159],
            [0, 160, 0, 161],
            [0, 160, 64, 161],
            [0, 162, 0, 163],
            [0, 162, 64, 163],
            [0, 164, 0, 165],
            [0, 164, 64, 165],
            [0, 166, 0, 167],
            [0, 166, 64, 167],
            [0, 168, 0, 169],
            [0, 168, 64, 169],
            [0, 170, 0, 171],
            [0, 170, 64, 171],
            [0, 172, 0, 173],
            [0, 172, 64, 173],
            [0, 174, 0, 175],
            [0, 174, 64, 175],
            [0, 176, 0, 177],
            [0, 176, 64, 177],
            [0, 178, 0, 179],
            [0, 178, 64, 179],
            [0, 180, 0, 181],
            [0, 180, 64, 181],
            [0, 182, 0, 183],
            [0, 182, 64, 183],
            [0, 184, 0, 185],
            [0, 184, 64, 185],
            [0, 186, 0, 187],
            [0, 186, 64, 187],
            [0, 0, 64, 0],
            [0, 62, 64, 251],
            [0, 0, 64, 190],
            [0, 3, 64, 192],
            [0, 4, 64, 193],
            [0, 5, 64, 194],
            [0, 6, 64, 195],
            [0, 7, 64, 196],
            [0, 8, 64, 197],
            [0, 9, 64, 198],
            [0, 10, 64, 199],
            [0, 11, 64, 200],
            [0, 12, 64, 201],
            [0, 13, 64, 202],
            [0, 14, 64, 203],
            [0, 15, 64, 204],
            [0, 16, 64, 205],
            [0, 17, 64, 206],
            [0, 18, 64, 207],
            [0, 19, 64, 208],
            [0, 20, 64, 209],
            [0, 21, 64, 210],
            [0, 22, 64, 211],
            [0, 23, 64, 212],
            [0, 24, 64, 213],
            [0, 25, 64, 214],
            [0, 26, 64, 215],
            [0, 27, 64, 216],
            [0, 28, 64, 217],
            [0, 29, 64, 218],
            [0, 30, 64, 219],
            [0, 31, 64, 220],
            [0, 32, 64, 221],
            [0, 33, 64, 222],
            [0, 34, 64, 223],
            [0, 35, 64, 224],
            [0, 36, 64, 225],
            [0, 37, 64, 226],
            [0, 38, 64, 227],
            [0, 39, 64, 228],
            [0, 40, 64, 229],
            [0, 41, 64, 230],
            [0, 42, 64, 231],
            [0, 43, 64, 232],
            [0, 44, 64, 233],
            [0, 45, 64, 234],
            [0, 46, 64, 235],
            [0, 47, 64, 236],
            [0, 48, 64, 237],
            [0, 49, 64, 238],
            [0, 50, 64, 239],
            [0, 51, 64, 240],
            [0, 52, 64, 241],
            [0, 53, 64, 242],
            [0, 54, 64, 243],
            [0, 55, 64, 244],
            [0, 56, 64, 245],
            [0, 57, 64, 246],
            [0, 58, 64, 247],
            [0, 59, 64, 248],
            [0, 60, 64, 249],
            [0, 61, 64, 250],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `/^[a-z]+$/` is found in the text.
pub(crate) const fn pattern_439(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{LOWER, Scan};
    let mut scan = Scan::new(text);
    scan.at_least(1, &LOWER) && scan.is_at_end()
}

/// Whether the pattern `/^[a-z]+$/i` is found in the text.
pub(crate) const fn pattern_440(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Class, Scan};
    const CLASS: Class = Class::of("A-Za-zıſK");
    let mut scan = Scan::new(text);
    scan.at_least(1, &CLASS) && scan.is_at_end()
}

/// Whether the pattern `[a-zA-Z]+[:desc|:asc]` is found in the text.
pub(crate) const fn pattern_441(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<4> = Dfa {
        ascii: &classes(&[":|", "A-Zbf-rt-z", "ac-es"]),
        others: &[],
        start: 2,
        accepting: 4,
        next: Next::Narrow(&[
            [2, 2, 3, 3],
            [2, 1, 3, 1],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `^event|venue|attraction$` is found in the text.
pub(crate) const fn pattern_442(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
    static DFA: Dfa<11> = Dfa {
        ascii: &classes(&["a", "c", "e", "i", "n", "o", "r", "t", "u", "v"]),
        others: &[],
        start: 7,
        accepting: 21,
        next: Next::Narrow(&[
            [2, 20, 2, 2, 2, 2, 2, 2, 2, 2, 11],
            [2, 20, 2, 2, 2, 2, 2, 2, 1, 8, 11],
            [2, 20, 2, 2, 2, 3, 2, 2, 2, 2, 11],
            [2, 20, 2, 4, 2, 2, 2, 2, 2, 2, 11],
            [2, 20, 2, 2, 2, 2, 2, 2, 2, 2, 5],
            [2, 20, 2, 6, 2, 2, 2, 2, 2, 2, 11],
            [2, 20, 2, 1, 2, 2, 2, 2, 2, 2, 11],
            [2, 20, 2, 2, 2, 2, 2, 2, 2, 8, 11],
            [2, 20, 2, 2, 2, 9, 2, 2, 2, 2, 11],
            [2, 20, 2, 10, 2, 2, 2, 2, 2, 2, 11],
            [2, 20, 2, 2, 2, 21, 2, 2, 2, 2, 11],
            [2, 20, 2, 2, 2, 2, 12, 2, 2, 2, 11],
            [2, 20, 2, 2, 13, 2, 2, 2, 2, 2, 11],
            [2, 20, 2, 2, 2, 2, 2, 2, 14, 2, 11],
            [2, 20, 15, 2, 2, 2, 2, 2, 19, 2, 11],
            [2, 16, 2, 2, 2, 2, 2, 2, 2, 2, 11],
            [2, 20, 2, 2, 2, 2, 2, 17, 2, 2, 11],
            [2, 20, 2, 2, 2, 2, 2, 2, 18, 2, 11],
            [2, 20, 2, 2, 2, 2, 2, 2, 19, 2, 11],
            [2, 20, 2, 2, 2, 2, 2, 2, 2, 2, 11],
        ]),
    };
    DFA.is_match(text)
}

/// Whether the pattern `SLUG_REGEX` is found in the text.
pub(crate) const fn pattern_443(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::contains;
    contains(text, "SLUG_REGEX")
}

/// Whether the pattern `AAAA-BB-CC` is found in the text.
pub(crate) const fn pattern_444(text: &str) -> bool {
    use ::specwright_runtime::v1::pattern::contains;
    contains(text, "AAAA-BB-CC")
}
