/** Marks that a script has run where one of the texts became markup. */
export const ranMark = '__ran'

const run = `globalThis.${ranMark}=(globalThis.${ranMark}||0)+1`

/** Each becomes an element or runs a script where it is put into a page as it is. */
export const hostileMarkup: readonly string[] = [
  `<script>${run}</script>`,
  `<img src=x onerror=${run}>`,
  `"><svg/onload=${run}>`,
  `' autofocus onfocus=${run} x='`,
  `</title><script>${run}</script>`,
  `</textarea><img src=x onerror=${run}>`,
  `<iframe srcdoc="<script>${run}</script>">`,
  `javascript:${run}`,
  '{{constructor.constructor("x")()}}${7*7}',
  `<!--<img src="--><img src=x onerror=${run}//">`,
  `&lt;img src=x onerror=${run}&gt;`,
  '<style>*{display:none}</style><base href=//evil.example>',
]

/** Each adds a header or a recipient where it is put into a mail's head as it is. */
export const hostileHeaders: readonly string[] = [
  'Eve\r\nBcc: all@evil.example',
  'Eve\nBcc: all@evil.example',
  'Eve\r\n\r\nA second body',
  'Eve\r\n .\r\nMAIL FROM:<evil@evil.example>',
  '=?utf-8?Q?=0D=0ABcc:_all=40evil.example?=',
  '=?utf-8?B?DQpCY2M6IGFsbEBldmlsLmV4YW1wbGU=?=',
  'a group: all@evil.example, more@evil.example;',
  'Eve <all@evil.example>, more@evil.example',
  'x'.repeat(100),
  'Eve\u2028Bcc: all@evil.example\u0085',
]
