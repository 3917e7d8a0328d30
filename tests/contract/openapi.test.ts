import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Endpoint, cloudApi, problemsAnywhere, statusesOf } from '../../contracts/cloud-api.ts'
import { bearer, refusal, request } from '../support/cloud-desk.ts'
import { cloudUnderTest } from './cloud-under-test.ts'

const schema = z.record(z.string(), z.unknown())
const content = z.record(z.string(), z.object({ schema }))

/** The parts of OpenAPI 3.1 that a client is made from; what must be there is required. */
const operation = z.object({
  operationId: z.string().min(1),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.enum(['path', 'query', 'header']),
        required: z.boolean(),
        schema,
      }),
    )
    .default([]),
  requestBody: z.object({ required: z.literal(true), content }).optional(),
  security: z.array(z.record(z.string(), z.array(z.string()))).default([]),
  responses: z.record(
    z.string().regex(/^[1-5]\d\d$/),
    z.object({ description: z.string().min(1), content }),
  ),
})
const document = z.object({
  openapi: z.string().regex(/^3\.1\./),
  info: z.object({ title: z.string(), version: z.string() }),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(z.enum(['get', 'post']), operation)),
  components: z.object({ securitySchemes: z.record(z.string(), z.unknown()) }),
})

const cloud = await cloudUnderTest()
const api = document.parse(JSON.parse((await request(cloud.url, '/openapi.json')).text))
const endpoints = Object.entries<Endpoint>(cloudApi)
const documented = ({ path, method }: Endpoint) =>
  operation.parse(api.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method === 'GET' ? 'get' : 'post'])
/** The keywords of OpenAPI beside JSON Schema (draft 2020-12) are none here. */
const compile = (each: object) =>
  new Ajv2020({ strict: true, strictTypes: false, validateFormats: false }).compile(each)

describe('openapi.json', () => {
  it('has every endpoint of the contract and no other, each under its own name', () => {
    for (const [name, endpoint] of endpoints) expect(documented(endpoint).operationId).toBe(name)
    const operations = Object.values(api.paths).flatMap((each) => Object.values(each))
    expect(operations).toHaveLength(endpoints.length)
  })

  it.each(endpoints)('tells what %s takes', (_name, endpoint) => {
    const { parameters, requestBody, security } = documented(endpoint)
    const inPath = parameters.filter((each) => each.in === 'path' && each.required)
    const named = endpoint.path.split('/').filter((part) => part.startsWith(':'))
    expect(inPath.map(({ name }) => `:${name}`).toSorted()).toEqual(named.toSorted())
    const asked = parameters.filter((each) => each.in === 'query').map(({ name }) => name)
    expect(asked).toEqual(Object.keys(endpoint.query?.shape ?? {}))
    expect(requestBody !== undefined).toBe(endpoint.body !== undefined)
    expect(security.length > 0).toBe(endpoint.auth)
    const schemes = Object.keys(api.components.securitySchemes)
    for (const name of security.flatMap((each) => Object.keys(each))) {
      expect(schemes).toContain(name)
    }
  })

  it.each(endpoints)('tells every answer of %s, by schemas that are valid', (_name, endpoint) => {
    const { parameters, requestBody, responses } = documented(endpoint)
    const codes = [...endpoint.problems, ...problemsAnywhere]
    const statuses = [200, ...codes.flatMap((code) => statusesOf(code))].map(String)
    expect(Object.keys(responses).toSorted()).toEqual([...new Set(statuses)].toSorted())
    const schemas = [
      ...parameters.map((each) => each.schema),
      ...[requestBody, ...Object.values(responses)].flatMap((each) =>
        Object.values(each?.content ?? {}).map((media) => media.schema),
      ),
    ]
    for (const each of schemas) expect(compile(each)).toBeTypeOf('function')
  })

  it('describes answers as they are', async () => {
    const desk = await cloud.signIn()
    const { responses } = documented(cloudApi.changes)
    const ok = compile(responses['200']?.content['application/json']?.schema ?? {})
    expect([ok(await desk.changes()), ok.errors]).toEqual([true, null])
    const [path, headers] = [`${desk.account}/changes?limit=0`, bearer(desk.token)]
    const { headers: _, ...said } = await refusal(cloud.url, path, { headers })
    const problems = responses['400']?.content['application/problem+json']?.schema ?? {}
    expect(compile(problems)(said)).toBe(true)
    expect(compile(problems)({ ...said, code: 'unheard-of' })).toBe(false)
  })
})
