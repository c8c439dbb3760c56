using CsCheck;
using JobMgmt.StatesLanguage.Interpreter.Effects;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.MapRuns;
using JobMgmt.StatesLanguage.MapRuns.Reading;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Tests.Interpreter;

/// <summary>What holds for every definition, whatever happens to its executions.</summary>
public sealed class InterpreterPropertyTests
{
    private static readonly string[] _damage = [string.Empty, "null", "3", "\"$.\"", "{}", "[]", "}"];
    private static readonly Gen<byte[]> _tapes = Gen.Byte.Array[0, 150];

    [Fact]
    public void History_IsSound_AndNothingIsOpenAtTheEnd() => _tapes.Sample(
        tape =>
        {
            var (driver, _) = Run(tape, serializes: false);
            for (var i = 0; i < driver.Events.Count; i++)
            {
                Assert.Equal(i + 1, driver.Events[i].Id);
                Assert.InRange(driver.Events[i].PreviousEventId, 0, i);
            }

            Assert.Equal(driver.Events.OrderBy(item => item.Timestamp).Select(item => item.Id), driver.Events.Select(item => item.Id));
            Assert.NotNull(driver.Outcome);
            Assert.True(driver.Checkpoint.IsEnded);
            Assert.Empty(driver.PendingTasks);
            Assert.Empty(driver.PendingTimers);
            Assert.Empty(driver.PendingMapRuns);
            Assert.StartsWith("Execution", driver.Events[^1].Type, StringComparison.Ordinal);
        },
        iter: 1000);

    [Fact]
    public void Checkpoint_SurvivesSerialising_BetweenEveryTwoInputs() => _tapes.Sample(
        tape =>
        {
            var (kept, inputs) = Run(tape, serializes: false);
            var (stored, storedInputs) = Run(tape, serializes: true);
            Assert.Equal(kept.History().ToString(), stored.History().ToString());
            Assert.Equal(kept.Effects.Select(effect => effect.ToString()), stored.Effects.Select(effect => effect.ToString()));
            Assert.Equal(kept.Outcome, stored.Outcome);
            Assert.Equal(inputs.Count, storedInputs.Count);
        },
        iter: 1000);

    [Fact]
    public void Plan_OfAMapRun_GivesTheSameInputs_AfterItWasStored() => _tapes.Sample(
        tape =>
        {
            var machine = new RandomMachine(tape);
            var definition = Definition(machine);
            var (driver, _) = Run(tape, serializes: false);
            foreach (var plan in driver.Effects.OfType<StartMapRun>().Select(effect => effect.Plan))
            {
                var stored = MapRunPlan.FromJson((JsonObject)JsonValue.Parse(plan.ToJson().ToString()));
                Assert.Equal(Inputs(plan), Inputs(stored));
            }

            string Inputs(MapRunPlan plan)
            {
                try
                {
                    return string.Concat(MapRunInputs.Of(plan, MapRunDefinition.Find(definition, plan.StateName)!, MapItems.OfInline((InlineItems)plan.Source)).Select(input => input.ToString()));
                }
                catch (MapRunException error)
                {
                    return error.Error + error.Cause;
                }
            }
        },
        iter: 300);

    [Fact]
    public void Replay_OfTheSameInputs_GivesTheSameBytes() => _tapes.Sample(
        tape =>
        {
            var (first, inputs) = Run(tape, serializes: false);
            var again = new ExecutionDriver(Definition(new RandomMachine(tape)));
            var checkpoints = inputs.Select(input => again.Tell(input).Checkpoint.Serialize()).ToArray();
            Assert.Equal(first.Checkpoint.Serialize(), checkpoints[^1]);
            Assert.Equal(first.History().ToString(), again.History().ToString());
        },
        iter: 150);

    [Fact]
    public void Reader_NeverThrows_ForDamagedDefinitions() => Gen.Select(_tapes, Gen.Int[0, 10_000], Gen.Int[0, _damage.Length - 1]).Sample(
        (tape, at, kind) =>
        {
            var damage = _damage[kind];
            var text = new RandomMachine(tape).Definition().ToString();
            var tokens = System.Text.RegularExpressions.Regex.Split(text, "(?<=[:,])");
            tokens[at % tokens.Length] = damage + (at % 2 == 0 ? "," : string.Empty);
            AslReader.Read(string.Concat(tokens));
            AslReader.Validate(string.Concat(tokens), isExpress: true);
        },
        iter: 1000);

    private static StateMachineDefinition Definition(RandomMachine machine)
    {
        var source = machine.Definition();
        var (definition, diagnostics) = AslReader.Read(source.ToString());
        return definition ?? throw new InvalidOperationException(string.Join("; ", diagnostics) + source);
    }

    /// <summary>Runs to the end: the tape decides what tasks answer, when the clock moves, and that some executions are stopped.</summary>
    private static (ExecutionDriver Driver, List<Input> Inputs) Run(byte[] tape, bool serializes)
    {
        var machine = new RandomMachine(tape);
        var driver = new ExecutionDriver(Definition(machine)) { Serializes = serializes };
        var inputs = new List<Input>();
        Tell(new ExecutionStart(driver.Now, ExecutionDriver.Facts, machine.Data(), 5));
        for (var turn = 0; driver.Outcome is null; turn++)
        {
            Assert.True(turn < 60_000, "It does not end.");
            Tell(NextInput(driver, machine, turn));
        }

        return (driver, inputs);

        void Tell(Input input)
        {
            inputs.Add(input);
            driver.Tell(input);
        }
    }

    private static Input MapRunInput(ExecutionDriver driver, RandomMachine machine, int choice)
    {
        var mapRun = driver.PendingMapRuns.Keys.Order().ElementAt(machine.Choose(driver.PendingMapRuns.Count));
        return choice switch
        {
            1 => new MapRunFailed(driver.Now, mapRun, "States.ItemReaderFailed", "cause"),
            2 => new MapRunFailed(driver.Now, mapRun, "E0", null),
            3 => new MapRunSucceeded(driver.Now, 1000 + mapRun, JsonArray.Empty),
            4 => new TaskSucceeded(driver.Now, mapRun, JsonValue.Null), // a map run is no task
            5 => new ExecutionAbort(driver.Now, "stop", null),
            _ => new MapRunSucceeded(driver.Now, mapRun, new JsonArray([machine.Data()])),
        };
    }

    private static Input NextInput(ExecutionDriver driver, RandomMachine machine, int turn)
    {
        var task = driver.PendingTasks.Values.OrderBy(item => item.TaskId).ElementAtOrDefault(machine.Choose(driver.PendingTasks.Count + 1));
        var choice = machine.Choose(12);
        if (driver.PendingMapRuns.Count > 0 && (machine.Choose(2) == 1 || (driver.PendingTasks.Count == 0 && !driver.PendingTimers.Any())))
        {
            return MapRunInput(driver, machine, choice);
        }

        if (task is null && driver.NextTimer() is { } timer)
        {
            return timer;
        }

        task ??= driver.PendingTasks.Values.First();
        return choice switch
        {
            0 => new TaskSucceeded(driver.Now, task.TaskId, machine.Data()),
            1 => new TaskFailed(driver.Now, task.TaskId, "E0", "cause", true),
            2 => new TaskFailed(driver.Now, task.TaskId, null, null, false),
            3 => new TaskSubmitted(driver.Now, task.TaskId, JsonObject.Empty),
            4 => new TaskHeartbeat(driver.Now, task.TaskId),
            5 => new TimerFired(driver.Now, 1000 + turn),
            6 => new TaskSucceeded(driver.Now, 1000 + task.TaskId, JsonValue.Null),
            8 => new TaskTimedOut(driver.Now, task.TaskId, turn % 2 == 0, null),
            7 when turn > 20 => new ExecutionAbort(driver.Now, "stop", null),
            _ => new TaskSucceeded(driver.Now, task.TaskId, JsonObject.Of(("a", machine.Choose(9)), ("items", new JsonArray([1, 2])))),
        };
    }
}
