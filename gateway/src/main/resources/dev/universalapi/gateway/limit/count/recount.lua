-- Puts right what was used: `raise` to at least what usage says, `whole` the same for the last of it, after which counts
-- are whole; `add` what a gateway counted alone, which says nothing of the rest.
-- KEYS  counts   ARGV  raise, whole or add, when counts are forgotten (ms), the run of this Redis; then field and amount, again and again
-- answer: used before and after, of each
local answer = {}
for i = 4, #ARGV, 2 do
  local field, amount = 'u/' .. ARGV[i], tonumber(ARGV[i + 1])
  local before = tonumber(redis.call('HGET', KEYS[1], field) or 0)
  local after = before
  if ARGV[1] == 'add' then after = before + amount else after = math.max(before, amount) end
  if after ~= before then redis.call('HSET', KEYS[1], field, string.format('%.0f', after)) end
  table.insert(answer, before)
  table.insert(answer, after)
end
if ARGV[1] == 'whole' then redis.call('HSET', KEYS[1], 'whole', ARGV[3]) end
redis.call('PEXPIREAT', KEYS[1], ARGV[2])
return answer
