using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>PutTargets: five a rule at most; log groups, state machines, API destinations, topics and Run Command.</summary>
internal sealed class PutTargetsOperation(RuleTable rules) : IServiceOperation
{
    private const int MostTargets = 5;

    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = RuleRequest.Name(request, "Rule");
        new Constraints().Required(request, "Targets").Enforce();
        var targets = request.Objects("Targets").Select(Read).ToArray();
        return call.WriteAsync(store =>
        {
            RuleRequest.Rule(store, name);
            foreach (var target in targets)
            {
                EventStore.SaveTarget(store, name, target);
            }

            if (EventStore.Targets(store, name).Count > MostTargets)
            {
                throw new ServiceException("LimitExceededException", "The requested resource exceeds the maximum number allowed.");
            }

            rules.Changed(store, name);
            return JsonObject.Of(("FailedEntryCount", 0), ("FailedEntries", JsonArray.Empty));
        });
    }

    private static EventTarget Read(JsonObject definition)
    {
        new Constraints().Required(definition, "Id").Required(definition, "Arn").Length(definition.Text("Id"), "id", 1, 64)
            .Length(definition.Text("Input"), "input", 0, 8192).Enforce();
        var target = new EventTarget(definition);
        if (new[] { "Input", "InputPath", "InputTransformer" }.Count(definition.Contains) > 1)
        {
            throw new ServiceException("ValidationException", $"Only one of Input, InputPath, or InputTransformer must be provided for target {target.Id}.");
        }

        if (definition.Object("InputTransformer") is { } transformer)
        {
            InputTransformer.Parse(target.Id, transformer);
            InputTransformer.CheckTemplate(target.Id, transformer.Text("InputTemplate")!); // here alone: what was put before this was checked is still sent
        }

        if (definition.Text("Input") is { } input && !JsonValue.TryParse(input, out _))
        {
            throw new ServiceException("ValidationException", $"Parameter Input is not valid. Reason: Input of target {target.Id} is not JSON.");
        }

        if ((target.IsStateMachine || target.IsApiDestination) && definition.Text("RoleArn") is null)
        {
            throw new ServiceException("ValidationException", $"RoleArn is required for target {target.Arn}.");
        }

        if (target.Document is not null && definition.Object("RunCommandParameters")?.List("RunCommandTargets") is not { Count: > 0 })
        {
            throw new ServiceException("ValidationException", $"RunCommandParameters must be provided for target {target.Id}.");
        }

        return target.IsStateMachine || target.LogGroup is not null || target.IsApiDestination || target.IsTopic || target.Document is not null
            ? target
            : throw new ServiceException(
                "ValidationException",
                $"The local runtime delivers to log groups, state machines, API destinations, SNS topics and Run Command only; target {target.Id} is {target.Arn}.");
    }
}
