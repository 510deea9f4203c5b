/** Texts that are numbers, told from others by their signs alone: no plan is known here. Small: host pages use it. */

/** What hosts say has no more signs. */
const longest = 512;
const dialled = /^[+＋]?[\p{Nd}\s().*#,~/-]+$/u;
/** An extension behind the number, as exchanges write it; the fewest digits that it may stand behind are five. */
const extended =
  /^[+＋]?[(]?\p{Nd}(?:[\s()./*#-]{0,3}\p{Nd}){4,17}[)]?[\s,;.]{0,3}(?:;?(?:ext|postd|isub)=|(?:extension|extn?|ex|x|p|w)[\s.:]{0,2})[\p{Nd}pw*#]{1,12}$/iu;
/** What belongs to a number among the parameters of a URI (RFC 3966); all others are for the network. */
const ofNumber = /^(?:ext|phone-context|postd)=/i;
const signs = /^(?=.*\p{Nd})[\p{Nd}\s()[\]<>+./*#,;:_~=\p{Pd}\p{Cf}"'•·…]+$/u;

/** A number as it is dialled: an extension may stand behind it, and a context as a parameter. */
export function isDialled(text: string): boolean {
  if (text.length > longest) return false;
  const [number = ''] = text.split(/;(?=(?:phone-context|ext|postd)=)/i);
  return /\p{Nd}/u.test(number) && (dialled.test(number) || extended.test(number));
}

/** The user part of a `sip:` or `tel:` URI without the parameters that say nothing of the number: `5550123;phone-context=+1212`. */
export function withoutRouting(user: string): string {
  const [number = '', ...parameters] = user.split(';');
  return [number, ...parameters.filter((one) => ofNumber.test(one))].join(';').trim();
}

/** A name that is made of digits, and of what stands between those of a number: it names nobody. */
export function isOfDigits(name: string): boolean {
  return name.length <= longest && signs.test(name);
}
