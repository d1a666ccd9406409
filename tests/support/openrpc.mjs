// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Parameters for any method, from what rpc.discover says of it: the least that is valid, and every id that it takes.

// `idOf(kind)` gives the id to name for "x-id": "idea" and the like.
export function paramsFor(document, method, idOf) {
  const value = (schema) => {
    if (schema.$ref) return value(document.components.schemas[schema.$ref.split('/').pop()])
    if (schema.allOf) return value(schema.allOf[0])
    if (schema['x-id']) return idOf(schema['x-id'])
    if (schema.format === 'date-time') return '2099-01-01T00:00:00Z'
    if (schema.enum) return schema.enum[1] ?? schema.enum[0]
    if (schema.pattern) return 'de'
    switch (schema.type) {
      case 'string': return 'x'.repeat(schema.minLength ?? 0)
      case 'boolean': return true
      case 'array': return schema.items['x-id'] ? [value(schema.items)] : Array.from({ length: schema.minItems ?? 0 }, () => value(schema.items))
      case 'object': return fields(Object.entries(schema.properties), (name) => schema.required?.includes(name))
      default: return schema.minimum ?? 0
    }
  }
  const names = (schema) => schema['x-id'] || schema.items?.['x-id']
  const fields = (all, required) =>
    Object.fromEntries(all.filter(([name, schema]) => required(name) || names(schema)).map(([name, schema]) => [name, value(schema)]))
  const params = method.params.filter(({ name }) => name !== 'meta')
  return fields(params.map(({ name, schema }) => [name, schema]), (name) => params.find((param) => param.name === name).required)
}
