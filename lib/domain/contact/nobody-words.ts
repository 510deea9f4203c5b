/**
 * Words, digits and users that stand for nobody: the one list, for every way in. Compared as whole texts, folded: without
 * letter case, accents, blanks, quotes and punctuation. So `Private Banking GmbH` and `Restricted Ltd` are names. Words that
 * are surnames too (Özel, Titkos) count beside a noun only.
 *
 * `withheld`: the caller, or the caller's exchange, hides the number. `unknown`: the exchange says that it has none to give.
 */
export const nobodyWords: Record<'withheld' | 'unknown', readonly string[]> = {
  withheld: [
    // English; the first three are users of SIP addresses too (RFC 3323, RFC 3325).
    'anonymous|restricted|private|withheld|hidden|blocked|masked|suppressed|confidential|undisclosed|no caller id',
    'caller id restricted|presentation restricted|private party|private name|anonymous user|do not disclose',
    // Spanish, Portuguese, Catalan, Romanian
    'oculto|oculta|privado|privada|anónimo|anónima|restringido|restringida|confidencial|bloqueado|bloqueada',
    'anônimo|anônima|restrito|restrita|ocult|anònim|ascuns|ascunsă|anonim|restricționat|identidad oculta',
    // French, Italian
    'masqué|masquée|caché|cachée|anonyme|privé|privée|restreint|anonimo|anonima|nascosto|nascosta|privato|privata',
    'riservato|riservata|oscurato',
    // German, Dutch, Swedish, Danish, Norwegian, Finnish
    'anonym|anonyme|anonymer|anonymes|unterdrückt|unterdrückte|privat|private|verborgen|geheim|anoniem|anonieme',
    'afgeschermd|verborgen|dolt|dold|hemligt|skyddat|skjult|hemmelig|hemmeligt|anonymt|salainen|piilotettu',
    'anonyymi|yksityinen|ei näytetä',
    // Polish, Czech, Slovak, Hungarian, Croatian, Serbian, Slovenian
    'zastrzeżony|zastrzeżone|ukryty|ukryte|anonimowy|anonimowe|prywatny|prywatne|skryté|skrytý|anonymní|soukromé',
    'utajené|súkromné|anonymný|rejtett|névtelen|privát|skriven|skriveno|anoniman|privatan',
    // Russian, Ukrainian, Bulgarian, Greek, Turkish
    'скрыт|скрыто|скрытый|аноним|анонимно|анонимный|приватный|прихований|приховано|анонімний|анонімно|приватний',
    'скрит|анонимен|απόκρυψη|με απόκρυψη|ανώνυμος|ανώνυμη|ανώνυμο|κρυφός|ιδιωτικός|απόρρητο|απόρρητος|gizli|anonim',
    // Arabic, Persian, Hebrew
    'خاص|مخفي|محجوب|رقم مخفي|خصوصی|חסוי|חסום|אנונימי|פרטי',
    // Japanese, Chinese, Korean, Thai, Vietnamese
    '非通知|非通知設定|匿名|匿名拒否|私人|私人号码|隐藏|隱藏|未显示|未顯示|保密|受限|无号码|無號碼|无来电显示|無來電顯示|익명|비공개',
    '발신번호표시제한|발신번호 표시제한|발신자표시제한|발신번호제한|หมายเลขส่วนตัว|ẩn danh|số riêng',
  ],
  unknown: [
    // English; what North American exchanges and gateways send.
    'unknown|unavailable|unidentified|not available|not provided|not known|out of area|no data sent|no data|asterisk',
    'unknown unknown|unnamed|noname|anonymous unavailable|id not available',
    'desconocido|desconocida|no disponible|no identificado|no identificada|sin identificar|sin identificación',
    'fuera de área|desconhecido|desconhecida|indisponível|não disponível|não identificado|não identificada',
    'sem identificação|desconegut|necunoscut|necunoscută|indisponibil',
    'inconnu|inconnue|indisponible|non disponible|non identifié|non identifiée|sconosciuto|sconosciuta',
    'non disponibile|ignoto|non identificato',
    'unbekannt|unbekannte|unbekannter|unbekanntes|nicht verfügbar|nicht übermittelt|nicht bekannt|onbekend|onbekende',
    'niet beschikbaar|okänt|okänd|ej tillgänglig|inte tillgänglig|ukendt|ukjent|ikke tilgængelig|ikke tilgjengelig',
    'tuntematon|ei saatavilla|ei tiedossa',
    'nieznany|nieznana|nieznane|niedostępny|neznámé|neznámý|nedostupné|neznáme|ismeretlen|nem elérhető|nepoznat',
    'nepoznato|neznana|nedostupan',
    'неизвестен|неизвестно|неизвестный|недоступен|не определён|не определен|невідомий|невідомо|недоступний',
    'непознат|άγνωστος|άγνωστη|άγνωστο|μη διαθέσιμος|μη διαθέσιμο|bilinmeyen|bilinmiyor|kullanılamıyor',
    'مجهول|غير معروف|غير متاح|غير متوفر|ناشناس|לא ידוע|לא ידועה|לא מזוהה|לא זמין',
    '通知不可能|表示圏外|公衆電話|不明|未知|无法显示|無法顯示|未提供|알 수 없음|알수없음|알 수 없는|발신번호없음',
    'ไม่ทราบหมายเลข|ไม่ทราบ|không xác định|không rõ|अज्ञात',
  ],
};

/** These count only beside one of the nouns: *Keine Nummer*, *Özel numara*. */
export const nobodyAdjectives: Record<'withheld' | 'unknown', readonly string[]> = {
  withheld: ['secret|secrète|segreto|özel|titkos|tajné|частный|частен|приватен|निजी|riêng tư|pribadi'],
  unknown: [
    'no|sin|sem|sans|senza|keine|ohne|geen|zonder|ingen|intet|uten|brak|bez|nincs|fără|без|немає|χωρίς|ללא|بدون',
  ],
};

/** What a host calls a number or whoever has it. */
export const nobodyNouns: readonly string[] = [
  'number|numbers|caller|call|caller id|callerid|id|name|phone|phone number|telephone number|user|subscriber|contact|cli',
  'número|llamada|llamante|teléfono|nombre|número de teléfono|chamada|ligação|chamador|telefone|nome|trucada',
  'numéro|appel|appelant|correspondant|nom|identité|numero|chiamata|chiamante|telefono',
  'nummer|rufnummer|telefonnummer|anruf|anrufer|anruferin|teilnehmer|name|beller|oproep|telefoonnummer|naam|anroper',
  'samtal|uppringare|opkald|opkalder|anrop|innringer|oppringer|namn|navn|soittaja|puhelu|puhelinnumero',
  'numer|numeru|rozmówca|połączenie|dzwoniący|číslo|čísla|volající|hovor|szám|telefonszám|hívó|hívás|broj|poziv|pozivatelj',
  'număr|numărul|apel|apelant|номер|номера|абонент|звонок|вызов|звонящий|дзвінок|виклик|обаждане|αριθμός|κλήση|καλών',
  'numara|arayan|arama|رقم|الرقم|متصل|المتصل|مكالمة|شماره|מספר|שיחה|מתקשר',
  '番号|電話番号|発信者|着信|号码|號碼|来电|來電|电话|電話|번호|발신자|발신번호|전화|नंबर|nomor',
];

/**
 * Words spelled on a keypad, as gateways send them in the place of a number, also after `+` and `1`: ANONYMOUS, PRIVATE,
 * RESTRICTED, UNKNOWN, UNAVAILABLE, and that cut to ten digits. Two of them are Icelandic numbers when written without
 * the country; with it they are numbers like others.
 */
export const nobodyDigits: Readonly<Record<string, 'withheld' | 'unknown'>> = {
  266696687: 'withheld',
  7748283: 'withheld',
  7378742833: 'withheld',
  8656696: 'unknown',
  86282452253: 'unknown',
  8628245225: 'unknown',
};

/** How programs write that there is nothing: whoever says so says nothing of the caller. */
export const emptyWords =
  /^(?:null|undefined|none|not set|not applicable|n\s*\/\s*a|n\.\s*a\.|object object)$/i;
/** In these letters only: Nan is somebody's name. */
export const emptyNumber = 'NaN';

/** Users of addresses by which exchanges say so most: what pages have room for. All else is judged in the worker. */
export const hiddenUser = /^(?:anonymous|restricted|private|withheld|blocked)$/i;
export const unknownUser = /^(?:unknown|unavailable|asterisk|\+?0+)$/i;
