import * as fc from 'fast-check'
import { z } from 'zod'

/** What is known to be there: values that lead deeper than random ones. */
export type Facts = {
  /** Of records. */
  readonly ids: readonly string[]
  readonly strings: readonly string[]
  readonly integers: readonly number[]
}

/** Values that a schema takes, as they travel. */
export function valid(schema: z.ZodType, facts: Facts): fc.Arbitrary<unknown> {
  const json = node.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
  return from(json, facts)
}

/** The part of JSON Schema that the contract uses. */
type Node = {
  readonly const?: unknown
  readonly enum?: readonly unknown[] | undefined
  readonly anyOf?: readonly Node[] | undefined
  readonly oneOf?: readonly Node[] | undefined
  readonly type?: string | undefined
  readonly properties?: Readonly<Record<string, Node>> | undefined
  readonly required?: readonly string[] | undefined
  readonly items?: Node | undefined
  readonly minItems?: number | undefined
  readonly minimum?: number | undefined
  readonly maximum?: number | undefined
  readonly minLength?: number | undefined
  readonly maxLength?: number | undefined
  readonly pattern?: string | undefined
  readonly format?: string | undefined
}

const node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    anyOf: z.array(node).optional(),
    oneOf: z.array(node).optional(),
    type: z.string().optional(),
    properties: z.record(z.string(), node).optional(),
    required: z.array(z.string()).optional(),
    items: node.optional(),
    minItems: z.number().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    pattern: z.string().optional(),
    format: z.string().optional(),
  }),
)

function from(schema: Node, facts: Facts): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((each) => from(each, facts)))
  switch (schema.type ?? 'anything') {
    case 'object':
      return objects(schema, facts)
    case 'array':
      return fc.array(from(schema.items ?? {}, facts), {
        minLength: schema.minItems ?? 0,
        maxLength: (schema.minItems ?? 0) + 3,
      })
    case 'string':
      return strings(schema, facts)
    case 'integer':
    case 'number':
      return integers(schema, facts)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.jsonValue({ maxDepth: 3 })
  }
}

const records = ({ ids }: Facts) =>
  fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...ids) }, fc.uuid())

/** A key that is known already says so, and nothing else of its item is looked at. */
const mostlyFresh = fc.oneof(
  { weight: 20, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: fc.constant('018f0000-0000-7000-8000-000000000001') },
)

function objects({ properties = {}, required = [] }: Node, facts: Facts) {
  const fields = Object.entries(properties).map(([name, each]) => [name, named(name, each, facts)])
  const all: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(fields)
  return fc.record(all, { requiredKeys: [...required] })
}

function named(name: string, each: Node, facts: Facts) {
  if (name === 'opId') return mostlyFresh
  // The right one would lock us out ourselves.
  if (name === 'presentPassword') return fc.uuid()
  return /recordId/i.test(name) ? records(facts) : from(each, facts)
}

function integers({ minimum = 0, maximum = Number.MAX_SAFE_INTEGER }: Node, facts: Facts) {
  const fits = (value: number) => value >= minimum && value <= maximum
  const known = [minimum, maximum, 2 ** 31, ...facts.integers].filter(fits)
  return fc.oneof(fc.constantFrom(...known), fc.integer({ min: minimum, max: minimum + 9 }))
}

function strings(schema: Node, facts: Facts): fc.Arbitrary<string> {
  const { minLength = 0, maxLength = 5000 } = schema
  const pattern = schema.pattern === undefined ? null : new RegExp(schema.pattern, 'u')
  const fits = (text: string) =>
    text.length >= minLength && text.length <= maxLength && (pattern?.test(text) ?? true)
  const known = [...facts.strings, ...made(schema.format)].filter(fits)
  const typed = fc.string({ unit: 'binary', minLength, maxLength: Math.min(maxLength, 40) })
  const kinds: fc.Arbitrary<string>[] = []
  if (known.length > 0) kinds.push(fc.constantFrom(...known))
  if (fits('free')) kinds.push(typed.filter(fits))
  if (schema.format === 'uuid') kinds.push(fc.uuid())
  if (kinds.length === 0) throw new Error(`no text is known that fits ${schema.pattern}`)
  return fc.oneof(...kinds)
}

function made(format: string | undefined): string[] {
  if (format === 'date-time') return ['2027-01-01T00:00:00.000Z', '2099-12-31T23:59:59Z']
  return format === 'uri' ? ['https://site.example/'] : []
}
