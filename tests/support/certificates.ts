import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { temporaryFolder } from './cloud.ts'

export type Certificate = { readonly cert: string; readonly key: string }

/** An authority of a test that signs certificates for 127.0.0.1, good between any two moments. */
export function createAuthority() {
  const folder = temporaryFolder('certificates')
  const file = (name: string) => path.join(folder, name)
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']

  writeFileSync(file('index.txt'), '')
  writeFileSync(file('serial'), '01')
  writeFileSync(file('ca.cnf'), configuration)
  openssl('req', '-x509', ...newKey, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Test CA')

  return {
    /** To be trusted. */
    root: readFileSync(file('ca.pem'), 'utf8'),

    sign(from: Date, until: Date): Certificate {
      const names = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
      openssl('req', ...newKey, '-keyout', 'leaf.key', '-out', 'leaf.csr', ...names)
      const span = ['-startdate', opensslDate(from), '-enddate', opensslDate(until)]
      const made = ['-in', 'leaf.csr', '-out', 'leaf.pem', '-notext', '-batch']
      openssl('ca', '-config', 'ca.cnf', ...made, ...span)
      const read = (name: string) => readFileSync(file(name), 'utf8')
      return { cert: read('leaf.pem'), key: read('leaf.key') }
    },
  }
}

const configuration = `[ca]
default_ca = here
[here]
database = index.txt
new_certs_dir = .
serial = serial
certificate = ca.pem
private_key = ca.key
default_md = sha256
policy = any
copy_extensions = copy
unique_subject = no
[any]
commonName = supplied
`

/** YYYYMMDDHHMMSSZ. */
function opensslDate(date: Date): string {
  return date.toISOString().replace(/\.\d+|[-:T]/g, '')
}
