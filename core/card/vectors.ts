import type { RenderingId } from './renderings.ts'

/** One UID and how it is written, from field reports, data sheets and prints on cards. */
export type CardVector = {
  readonly uid: string
  readonly texts: Partial<Readonly<Record<RenderingId, string>>>
}

export const cardVectors: readonly CardVector[] = [
  {
    uid: '1C78F2BF',
    texts: {
      'hex.card': '1C78F2BF',
      'hex.reversed': 'BFF2781C',
      'padded.card': '0477688511',
      'decimal.card': '477688511',
      'padded.reversed': '3220338716',
      'hex-colon.card': '1C:78:F2:BF',
      'hex-dash.reversed': 'BF-F2-78-1C',
      'hex-space.card': '1C 78 F2 BF',
    },
  },
  {
    uid: '04C43BC21C2680',
    texts: {
      'decimal.card': '1341660845581952',
      'padded.card': '01341660845581952',
      'decimal.reversed': '36070701978600452',
      'hex.cascade': '8804C43B',
      'hex.cascade-reversed': '3BC40488',
      'decimal.cascade-reversed': '1002701960',
      'padded.cascade-reversed': '1002701960',
    },
  },
  {
    uid: '01026F6C3A',
    texts: {
      'padded.last-4': '0040856634', // 8H10D
      'padded.last-3': '07302202', // 6H8D
      'pair-8-16.last-3': '111,27706', // 2H4H
      'pair-16-16.last-4': '00623,27706', // 4H4H
      'padded.card': '004335823930', // 10H12D
    },
  },
  {
    uid: '7BB26E',
    texts: {
      'pair-8-16.card': '123,45678',
      'decimal.card': '8106606',
      'wiegand-26.card': '10111101110110010011011101',
      'facility-100000.card': '12345678',
    },
  },
  {
    uid: '499602D2',
    texts: {
      'decimal.card': '1234567890',
      'wiegand-34.card': '1010010011001011000000010110100100',
      'pair-16-16.card': '18838,00722',
    },
  },
  {
    uid: 'A5DCAC',
    texts: {
      'comma.card': '0010869932 165,56492',
      'decimal.card': '10869932',
      'pair-8-16.card': '165,56492',
    },
  },
  { uid: '00A5DCAC', texts: { 'comma.card': '0010869932 165,56492' } },
  { uid: '12345678', texts: { 'hex.card': '12345678', 'decimal.card': '305419896' } },
  { uid: '00BC614E', texts: { 'hex.card': '00BC614E', 'decimal.card': '12345678' } },
]
