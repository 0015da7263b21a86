import { splitWords } from '../../base/words.ts';

/** Names of properties and members whose values identify a person, in words without separators. */
const NAMES = new Map(
  Object.entries({
    'an e-mail address': 'email emailaddress useremail customeremail contactemail mail',
    'a phone number':
      'phone phonenumber mobile mobilenumber mobilephone telephone userphone customerphone contactphone',
    "a person's name": 'firstname lastname fullname surname familyname givenname middlename maidenname',
    'a postal address':
      'streetaddress homeaddress postaladdress billingaddress shippingaddress addressline addressline1 addressline2 street',
    'a date of birth': 'dob birthday birthdate dateofbirth',
    'a national identifier':
      'ssn socialsecuritynumber nationalid nationalidnumber passport passportnumber taxid driverslicense driverlicense',
    'payment data': 'creditcard creditcardnumber cardnumber cvv cvc iban bankaccount accountnumber',
    'a secret': 'password passwd accesstoken refreshtoken apikey secretkey',
    'an IP address': 'ip ipaddress clientip userip',
  }).flatMap(([what, names]) => names.split(' ').map(name => [name, what] as const)),
);

/** What a name says that its value is, such as `an e-mail address`; undefined for names that tell nothing of a person. */
export function personalName(name: string): string | undefined {
  return NAMES.get(
    splitWords(name)
      .map(({ text }) => text.toLowerCase().replace(/[^a-z0-9]/g, ''))
      .join(''),
  );
}

/**
 * The same for a member of something: the `address` of a person is a postal one, that of a token, a server or a contract is not.
 */
export function personalMember(owner: string, name: string): string | undefined {
  const isPerson = splitWords(owner).some(({ text }) => PEOPLE.has(text.toLowerCase()));
  return personalName(name) ?? (name.toLowerCase() === 'address' && isPerson ? 'a postal address' : undefined);
}

const PEOPLE: ReadonlySet<string> = new Set(
  `user customer client person people contact member account profile patient employee recipient buyer seller shopper subscriber guest
visitor student driver owner payer payee billing shipping delivery`.split(/\s+/),
);

/** What personal data a text holds, such as `an e-mail address`; undefined where it surely holds none. */
export function personalText(text: string): string | undefined {
  if (/[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/i.test(text)) return 'an e-mail address';
  if (/(?:^|[^\w-])\d{3}-\d{2}-\d{4}(?![\w-])/.test(text)) return 'a social security number';
  if (hasCardNumber(text)) return 'a card number';
  if (/^\s*(?:\+\d{1,3}[\s.-]?)(?:\(?\d{1,4}\)?[\s.-]?){2,5}\s*$/.test(text) && digits(text) >= 8 && digits(text) <= 15)
    return 'a phone number';
  return /^\s*\(\d{3}\)\s?\d{3}-\d{4}\s*$/.test(text) ? 'a phone number' : undefined;
}

function digits(text: string): number {
  return text.replace(/\D/g, '').length;
}

/** Four groups of four digits, or 15 to 16 digits in one piece, of which the check digit is right (Luhn's algorithm). */
function hasCardNumber(text: string): boolean {
  const match = /(?:^|[^\w-])([3-6]\d{3}[ -]?\d{4}[ -]?\d{4}[ -]?\d{3,4})(?![\w-])/.exec(text);
  if (!match?.[1]) return false;
  const reversed = Array.from(match[1].replace(/\D/g, ''), Number).reverse();
  const sum = reversed.reduce((total, digit, i) => total + (i % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)), 0);
  return sum % 10 === 0;
}
