import { expect, test } from 'vitest'
import { isForeignAddress, isLoopbackAddress } from './is-foreign-address.ts'

test.each(['8.8.8.8', '52.85.10.1', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is on the internet', (text) => {
  expect(isForeignAddress(text)).toBe(true)
})

test.each([
  '127.0.0.1',
  '127.1.2.3',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '169.254.169.254',
  '192.0.2.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:169.254.169.254',
  '::ffff:a9fe:a9fe',
  '::127.0.0.1',
  '64:ff9b::169.254.169.254',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'fd00:ec2::254',
  'ff02::1',
  '2001:db8::1',
  '2002:7f00:1::',
  'example.com',
  '',
])('%s is not', (text) => {
  expect(isForeignAddress(text)).toBe(false)
})

test.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])('%s is this machine', (text) => {
  expect(isLoopbackAddress(text)).toBe(true)
})

test.each(['169.254.169.254', '10.0.0.1', '0.0.0.0', 'localhost', ''])('%s is not this machine', (text) => {
  expect(isLoopbackAddress(text)).toBe(false)
})
