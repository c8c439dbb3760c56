using System.Security.Cryptography;
using System.Text;
using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Automation.Executions;
using JobMgmt.Runtime.Services.Ssm.Documents;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Automation;

/// <summary>StartAutomationExecution: a simple execution, that is, of one document once, without targets or rate control.</summary>
internal sealed class StartAutomationExecutionOperation(
    Database database, DocumentLibrary library, DocumentCache documents, StartParameters parameters, AutomationTransitions transitions, TimeProvider time) : IServiceOperation
{
    private const int MostPending = 1000;
    private static readonly string[] _notServed =
        ["TargetParameterName", "Targets", "TargetMaps", "MaxConcurrency", "MaxErrors", "TargetLocations", "TargetLocationsURL", "AlarmConfiguration"];

    public async Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = request.Text("DocumentName");
        var wanted = request.Text("DocumentVersion");
        var clientToken = request.Text("ClientToken");
        Check(request, name, wanted, clientToken);
        var hash = Hash(request.Without("ClientToken").ToString());
        if (clientToken is not null && database.Read(connection => Repeated(connection, clientToken, hash)) is { } earlier)
        {
            return await call.WriteAsync(_ => Answer(earlier)); // also a repeated answer is recorded where the call is an effect
        }

        var (version, content) = database.Read(connection => Find(connection, name!, wanted));
        var contentHash = Hash(content);
        var document = documents.Get(contentHash, content);
        var values = await parameters.ReadAsync(document, request.Object("Parameters"), call);
        if (Encoding.UTF8.GetByteCount(content) + Encoding.UTF8.GetByteCount(values.ToString()) > DocumentContent.MaximumSize)
        {
            throw AutomationErrors.Parameters("The document and the parameters given at run time together exceed 64 KB.");
        }

        var automation = new AutomationExecution
        {
            Id = Guid.NewGuid().ToString(),
            ClientToken = clientToken,
            RequestHash = hash,
            DocumentName = version.Name,
            DocumentVersion = DocumentDescription.Number(version.Version),
            ContentHash = contentHash,
            Parameters = values,
            Tags = TagList.Read(request, "Tags"),
            Status = AutomationStatus.Pending,
            Started = time.GetUtcNow(),
        };
        return await call.WriteAsync(connection =>
        {
            if (clientToken is not null && Repeated(connection, clientToken, hash) is { } raced)
            {
                return Answer(raced);
            }

            if (AutomationStore.CountPending(connection) >= MostPending)
            {
                throw new ServiceException("AutomationExecutionLimitExceededException", "The number of simultaneously running Automation executions exceeded the allowable limit.");
            }

            AutomationStore.SaveContent(connection, contentHash, content);
            transitions.Start(connection, automation);
            return Answer(automation.Id);
        });
    }

    private static void Check(JsonObject request, string? name, string? wanted, string? clientToken)
    {
        var constraints = new Constraints().Name(name, "documentName", DocumentNames.Any).Version(wanted, "documentVersion")
            .Length(clientToken, "clientToken", 36, 36)
            .Pattern(clientToken, "clientToken", "[a-fA-F0-9]{8}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{12}")
            .OneOf(request.Text("Mode"), "mode", "Auto", "Interactive");
        var given = request.Object("Parameters") ?? JsonObject.Empty;
        constraints.Check(given.Count <= 200, given.ToString(), "parameters", "Map must have length less than or equal to 200");
        foreach (var (key, value) in given)
        {
            constraints.Length(key, "parameters", 1, 50)
                .Check(value is not JsonArray { Count: > 50 }, value.ToString(), $"parameters.{key}.member", "Member must have length less than or equal to 50");
        }

        constraints.Enforce();
        if (Array.Find(_notServed, request.Contains) is { } member)
        {
            throw AutomationErrors.Parameters($"The local runtime runs a document once for each start, without targets or rate control: leave {member} out.");
        }

        if (request.Text("Mode") == "Interactive")
        {
            throw AutomationErrors.Parameters("The local runtime runs automations in the mode Auto only.");
        }
    }

    private static string? Repeated(StoreConnection connection, string clientToken, string hash) =>
        AutomationStore.FindByClientToken(connection, clientToken) is not { } earlier ? null
        : earlier.RequestHash == hash ? earlier.Id
        : throw new ServiceException(
            "IdempotentParameterMismatch", "Error returned when an idempotent operation is retried and the parameters don't match the original call to the API with the same idempotency token.");

    private static JsonObject Answer(string id) => JsonObject.Of(("AutomationExecutionId", id));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private (SsmDocumentVersion Version, string Content) Find(StoreConnection connection, string name, string? wanted)
    {
        if (name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && !name.StartsWith("arn:", StringComparison.Ordinal))
        {
            (name, wanted) = (name[..colon], wanted ?? name[(colon + 1)..]);
        }

        try
        {
            var (document, version) = library.Get(connection, name, wanted);
            return document.Type == "Automation"
                ? (version, DocumentContent.Read(version.Content, version.Format).ToString())
                : throw new ServiceException("AutomationDefinitionNotFoundException", $"Document {document.Name} is a {document.Type} document, not an Automation document.");
        }
        catch (ServiceException error) when (error.Code == "InvalidDocument")
        {
            throw new ServiceException("AutomationDefinitionNotFoundException", $"Automation definition not found: {name}.");
        }
        catch (ServiceException error) when (error.Code == "InvalidDocumentVersion")
        {
            throw new ServiceException("AutomationDefinitionVersionNotFoundException", $"Automation definition version not found: {name}, {wanted}.");
        }
    }
}
