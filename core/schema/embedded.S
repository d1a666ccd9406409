/* SPDX-FileCopyrightText: 2026 The Fuge contributors
   SPDX-License-Identifier: EUPL-1.2 */
/* The CodeGeneratorRequest of core/schema, as capnp compile -o- wrote it. */
  .section .rodata
  .global fuge_schema_request_begin
  .global fuge_schema_request_end
  .balign 8
fuge_schema_request_begin:
  .incbin REQUEST
fuge_schema_request_end:
  .byte 0
  .section .note.GNU-stack,"",@progbits
