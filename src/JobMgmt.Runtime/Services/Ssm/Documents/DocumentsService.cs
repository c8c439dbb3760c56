using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Services.Ssm.Calendars;

namespace JobMgmt.Runtime.Services.Ssm.Documents;

/// <summary>AWS Systems Manager: documents.</summary>
internal static class DocumentsService
{
    private const string Name = "ssm";

    public static IServiceCollection AddDocuments(this IServiceCollection services) =>
        services.AddSingleton<AutomationDocumentReader>().AddSingleton<DocumentIntake>().AddSingleton<AmazonDocuments>().AddSingleton<DocumentLibrary>()
            .AddSingleton<DocumentDescription>()
            .AddOperation<CreateDocumentOperation>(Name, "CreateDocument")
            .AddOperation<UpdateDocumentOperation>(Name, "UpdateDocument")
            .AddOperation<DescribeDocumentOperation>(Name, "DescribeDocument")
            .AddOperation<GetDocumentOperation>(Name, "GetDocument")
            .AddOperation<ListDocumentsOperation>(Name, "ListDocuments")
            .AddOperation<ListDocumentVersionsOperation>(Name, "ListDocumentVersions")
            .AddOperation<DeleteDocumentOperation>(Name, "DeleteDocument")
            .AddOperation<GetCalendarStateOperation>(Name, "GetCalendarState")
            .AddOperation<UpdateDocumentDefaultVersionOperation>(Name, "UpdateDocumentDefaultVersion")
            .AddOperation<AddTagsToResourceOperation>(Name, "AddTagsToResource")
            .AddOperation<RemoveTagsFromResourceOperation>(Name, "RemoveTagsFromResource")
            .AddOperation<ListTagsForResourceOperation>(Name, "ListTagsForResource");
}
